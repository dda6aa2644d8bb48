// Made by `npm run errors` from src/report/messages/splice.md.
export const texts = {
  splice_overlap: {
    code: 'splice_overlap',
    message: 'edits [%start%, %end%) and [%otherStart%, %otherEnd%) of %file% overlap in part',
    family: 'bug',
  },
  splice_outside: {
    code: 'splice_outside',
    message: '[%start%, %end%) is not within [%outerStart%, %outerEnd%) of %file%',
    family: 'bug',
  },
  splice_file_name: {
    code: 'splice_file_name',
    message: 'the file name %file% cannot be written in a line directive',
    hint: 'rename the file or its folder: names with "*/" or a line break cannot be woven',
  },
} as const;
