// Made by `npm run errors` from src/report/messages/doctor.md.
export const texts = {
  doctor_build_failed: {
    code: 'doctor_build_failed',
    message: '`%command%` ended with exit code %exitCode%',
    hint: "the go command's own messages are above",
    family: 'go',
  },
  doctor_no_program: {
    code: 'doctor_no_program',
    message: '%what% is no program',
    hint: '`gots doctor PACKAGE` needs a package main, as `go build` does',
  },
  doctor_no_report: {
    code: 'doctor_no_report',
    message: '%program% was started with GOTS_DOCTOR and wrote no report',
    hint: 'it is not woven with the built-in set gots:otel, or by another version of gots; %output%',
  },
} as const;
