package hook

import (
	"context"
	"log"
	"log/slog"
	"os"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// output is what is woven into package log, without the header's fields.
func output(l *log.Logger, calldepth int, text string) string {
	b := []byte("prefix ")
	start := len(b)
	b = append(b, text...)
	return string(between(l, calldepth, b, start))
}

func between(l *log.Logger, calldepth int, b []byte, start int) []byte {
	return line(l, 0, calldepth, b, start)
}

func TestLinesAreExportedWithoutTheirPrefix(t *testing.T) {
	recorder := rttest.Use(t)
	if got := output(log.Default(), 1, "some text\n"); got != "prefix some text\n" {
		t.Errorf("wrote %q", got)
	}
	logs := recorder.Logs()
	if len(logs) != 1 {
		t.Fatalf("%d records", len(logs))
	}
	r := logs[0]
	if r.Body.Text() != "some text" || r.Severity != 0 || r.Time == 0 || r.Trace.IsValid() || r.Scope.Name != rt.OwnScopes+"log" {
		t.Errorf("%+v", r)
	}
	if got := rttest.Attrs(r.Attrs)["code.function.name"]; got != rt.OwnScopes+"log.TestLinesAreExportedWithoutTheirPrefix" {
		t.Errorf("logged by %v", got)
	}
}

func TestIdsOfLines(t *testing.T) {
	recorder := rttest.Use(t)
	_, span := rt.NewScope("test").Start(context.Background(), rt.Internal, "x")
	defer rt.Enter(span).Leave()
	ids := " trace_id=" + span.Context().Trace.String() + " span_id=" + span.Context().Span.String()
	if got := output(log.Default(), 1, "x\n"); got != "prefix x\n" {
		t.Errorf("wrote %q though nothing asked for ids", got)
	}
	if r := recorder.Logs()[0]; r.Span != span.Context().Span || r.Trace != span.Context().Trace || r.Flags != span.Context().Flags {
		t.Errorf("%+v", r)
	}
	writing = true
	defer func() { writing = false }()
	for text, want := range map[string]string{"x\n": "prefix x" + ids + "\n", "x": "prefix x" + ids + "\n", "": "prefix " + ids + "\n", "a\nb\n": "prefix a\nb" + ids + "\n"} {
		if got := output(log.Default(), 1, text); got != want {
			t.Errorf("wrote %q, want %q", got, want)
		}
	}
	// Through log/slog, which puts them where it puts its attributes.
	flags := log.Flags()
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	if got := output(log.Default(), 1, "x\n"); got != "prefix x\n" {
		t.Errorf("wrote %q to log/slog", got)
	}
	slog.SetDefault(before)
	log.SetOutput(os.Stderr)
	log.SetFlags(flags)
}

func TestWhatIsNotExported(t *testing.T) {
	recorder := rttest.Use(t)
	suppressed := local.Enter(&local.Scope{Suppressed: true})
	output(log.Default(), 1, "of an exporter\n")
	suppressed.Leave()
	excluded := local.Enter(&local.Scope{Excluded: true})
	output(log.Default(), 1, "of a request that is left out\n")
	excluded.Leave()
	if n := len(recorder.Logs()); n != 1 {
		t.Fatalf("%d records", n)
	}
	rt.SetSink(rt.Logs, nil)
	output(log.Default(), 1, "nothing asks for it\n")
	if n := len(recorder.Logs()); n != 1 {
		t.Errorf("%d records", n)
	}
}
