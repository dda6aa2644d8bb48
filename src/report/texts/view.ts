// Made by `npm run errors` from src/report/messages/view.md.
export const texts = {
  view_bad_file: {
    code: 'view_bad_file',
    message: 'no OTLP JSON: %reason%',
    hint: "`gots view` reads what OTEL_TRACES_EXPORTER=console prints, and files of the OpenTelemetry Collector's file exporter",
  },
  view_bad_address: {
    code: 'view_bad_address',
    message: '"%address%" is no address of the loopback interface',
    hint: '127.0.0.1:PORT, localhost:PORT or [::1]:PORT',
  },
  view_port_taken: {
    code: 'view_port_taken',
    message: '%address% is in use',
    hint: 'another program listens there, a collector perhaps; `gots view --listen=127.0.0.1:0` takes a free port',
  },
} as const;
