// Package console writes what is recorded to standard output: for each export a line of JSON in the form of the protocol, as the SDK of
// OpenTelemetry's file exporter does (specification/protocol/file-exporter.md).
package console

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"sync"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
)

// Exporter writes the requests of one signal. It is a transport.Exporter.
type Exporter struct {
	signal rt.Signal
	w      io.Writer
}

// writing has the lines of several signals stay whole.
var writing sync.Mutex

// New makes an exporter that writes to w.
func New(signal rt.Signal, w io.Writer) *Exporter { return &Exporter{signal, w} }

// Export writes a request as one line.
func (e *Exporter) Export(_ context.Context, message [][]byte) transport.Outcome {
	line, err := otlp.JSON(e.signal, bytes.Join(message, nil))
	if err == nil {
		writing.Lock()
		defer writing.Unlock()
		_, err = e.w.Write(append(line, '\n'))
	}
	if err != nil {
		return transport.Outcome{Kind: transport.Failed, Err: fmt.Errorf("writing %s to the console: %w", e.signal, err), Type: "console"}
	}
	return transport.Outcome{Kind: transport.Sent}
}

// Shown is what messages call the place.
func (*Exporter) Shown() string { return "the console" }

// Implied is false: the console is asked for.
func (*Exporter) Implied() bool { return false }

// Close does nothing: the writer stays open.
func (*Exporter) Close() {}
