"""Reading what stands in a picture or a PDF. Every file is hostile until it was read by a process of its own."""
