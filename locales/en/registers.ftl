# Registers of intermediaries: what a person is told, and the staff pages.

register-title = **Firms in this text and the official lists**
register-same = “{ $name }” stands in the list: { $list }.
register-like = “{ $asked }”: a similar name, “{ $name }”, stands in the list: { $list }.
register-number = Number in the list: { $number }.
register-status = The list says of it: { $status }.
register-dated = { $list }, as of { $date }
register-found-note = A name in a list says nothing about this offer: anybody can use another firm’s name. Compare number and address, and call the firm by the contacts in the official list.
register-missing = “{ $asked }” was not found here: { $lists }.
register-missing-note = Lists go out of date, and names are spelled in many ways. An employer who hires for their own firm need not stand in a list of intermediaries. Ask for the full name and the registration number.

register-name-ua-list = Ukraine’s List of intermediaries for employment abroad
register-name-pl-kraz = KRAZ, Poland’s register of employment agencies
register-name-ro-itm = Placement agents registered with Romania’s labour inspectorates (ITM)
register-name-reported = Names reported to the hotline

## Staff

staff-registers = Registers
staff-registers-hint = Lists of intermediaries, and the names reported to the hotline. People are told whether a name of their offer stands in an official list; the reported names are seen here and in the chats, by staff only.
staff-listed = Names that stand in a register
staff-listed-like = similar to “{ $asked }”
staff-register-search = Name or number
staff-register-search-do = Look up
staff-register-search-none = “{ $name }” was not found in any imported register.
staff-register-staff-only = staff only
staff-register-none = not imported
staff-register-rows =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
staff-register-date = as of { $date }
staff-register-last = Last change:
staff-register-command = command line
staff-register-removed = The register was removed.
staff-register-refused =
    { $count ->
        [one] Not imported: { $count } row cannot be read. Nothing was changed. Correct it, or import without it.
       *[other] Not imported: { $count } rows cannot be read. Nothing was changed. Correct them, or import without them.
    }
staff-register-left-out =
    { $count ->
        [one] { $count } row was left out.
       *[other] { $count } rows were left out.
    }
staff-register-bad = Rows that cannot be read
staff-register-line = Line { $line }
staff-register-bad-no-name = the name is missing
staff-register-bad-no-letters = the name has no letters
staff-register-bad-long = a cell is too long
staff-register-bad-cells = more cells than the header has
staff-register-bad-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
staff-register-remove = Remove
staff-register-remove-hint = All entries are deleted. People are no longer told about this register.
staff-register-remove-yes = Remove the register
staff-register-import = Import a register
staff-register-which = Register
staff-register-file = File
staff-register-file-rule = CSV or XLSX, at most 8 MB and 50,000 rows, with the column names above the rows. It takes the place of what was imported before.
staff-register-day = The list is of
staff-register-skip = Leave out rows that cannot be read
staff-register-import-do = Import
staff-register-incomplete = Please choose a register, a file and a day.
staff-register-wrong-large = The file is too large: at most { $count } MB can be read, also unpacked.
staff-register-wrong-rows = The file has too many rows: at most { $count } can be read.
staff-register-wrong-unreadable = The file is neither CSV text nor an XLSX workbook, or it is damaged.
staff-register-wrong-columns = No column with the names was found. The columns are: { $columns }. Call the column of names “Name”.
staff-register-wrong-empty = The file has no rows below the column names.
