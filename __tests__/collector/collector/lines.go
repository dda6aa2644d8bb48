package main

import (
	"context"
	"errors"
	"os"
	"sync"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/exporter"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// linesConfig is the exporter's part of the configuration.
type linesConfig struct {
	// Path of the file; it is made, or lines are added.
	Path string `mapstructure:"path"`
}

func (c *linesConfig) Validate() error {
	if c.Path == "" {
		return errors.New("path is missing")
	}
	return nil
}

// newLinesFactory is an exporter that adds a line to a file for each request. The one of the contrib repository needs an extension that the module
// proxy does not have.
func newLinesFactory() exporter.Factory {
	return exporter.NewFactory(
		component.MustNewType("lines"),
		func() component.Config { return &linesConfig{} },
		exporter.WithTraces(func(_ context.Context, _ exporter.Settings, c component.Config) (exporter.Traces, error) {
			marshaler := &ptrace.JSONMarshaler{}
			return tracesExporter{newLines(c), marshaler}, nil
		}, component.StabilityLevelStable),
		exporter.WithMetrics(func(_ context.Context, _ exporter.Settings, c component.Config) (exporter.Metrics, error) {
			marshaler := &pmetric.JSONMarshaler{}
			return metricsExporter{newLines(c), marshaler}, nil
		}, component.StabilityLevelStable),
		exporter.WithLogs(func(_ context.Context, _ exporter.Settings, c component.Config) (exporter.Logs, error) {
			marshaler := &plog.JSONMarshaler{}
			return logsExporter{newLines(c), marshaler}, nil
		}, component.StabilityLevelStable),
	)
}

// lines is one of the three exporters of a file; each opens it, and adds whole lines.
type lines struct {
	path string
	mu   sync.Mutex
	file *os.File
}

func newLines(c component.Config) *lines { return &lines{path: c.(*linesConfig).Path} }

func (l *lines) Start(context.Context, component.Host) (err error) {
	l.file, err = os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	return err
}

func (l *lines) Shutdown(context.Context) error {
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

func (l *lines) Capabilities() consumer.Capabilities { return consumer.Capabilities{} }

func (l *lines) write(text []byte, err error) error {
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err = l.file.Write(append(text, '\n'))
	return err
}

type tracesExporter struct {
	*lines
	marshaler ptrace.Marshaler
}

func (e tracesExporter) ConsumeTraces(_ context.Context, td ptrace.Traces) error {
	return e.write(e.marshaler.MarshalTraces(td))
}

type metricsExporter struct {
	*lines
	marshaler pmetric.Marshaler
}

func (e metricsExporter) ConsumeMetrics(_ context.Context, md pmetric.Metrics) error {
	return e.write(e.marshaler.MarshalMetrics(md))
}

type logsExporter struct {
	*lines
	marshaler plog.Marshaler
}

func (e logsExporter) ConsumeLogs(_ context.Context, ld plog.Logs) error {
	return e.write(e.marshaler.MarshalLogs(ld))
}
