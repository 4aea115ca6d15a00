## Pictures and PDF files

picture-read =
    I read this from your picture:

    “{ $text }”
button-misread = ✏ That is not what it says
picture-misread = Sorry, I read badly in pictures. Please write what it says, or paste the text: the most important lines are enough. I will check it again. A counselor can also look at it with you.
picture-pages = I read { $read } of { $pages } pages. If something important comes later, send that page by itself.
picture-no-text = I found no words in this picture. If there is text in it, send a sharper, straight photo or a screenshot, or type the text here.
picture-damaged = I could not open this picture or file: it seems to be damaged. Please send it again or make a screenshot, or type the text here.
picture-too-large = This picture or file is too large for me: at most { $size } MB and { $pixels } megapixels. Make a screenshot of the part with the text, or type the text here.
picture-too-long = Reading this took too long, so I stopped. Make a screenshot of the part with the text, or type the text here.
picture-locked = This PDF is locked with a password. I need no password from you: make a screenshot of the page with the text, or type the text here.
picture-scan = This PDF has only pictures of pages, and I cannot read those inside a PDF. Send a photo or a screenshot of the page, or type the text here.
picture-busy = I am reading many pictures right now and could not take yours. Please send it again in a minute, or type the text here. If it is urgent, a counselor can help.
picture-not-fetched = Your picture or file did not reach me. Please send it again, or type the text here.
