"""Pictures of a timeline as files, on paper and on the clipboard: laid out anew at their size by the one painter."""
