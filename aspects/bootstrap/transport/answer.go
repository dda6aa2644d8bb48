package transport

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Noun is what the records of a signal are called.
func Noun(signal rt.Signal) string {
	switch signal {
	case rt.Metrics:
		return "data points"
	case rt.Logs:
		return "log records"
	}
	return "spans"
}

// partialSuccess reads Export*ServiceResponse: how many records were not taken, and why. An answer that is none says nothing: the
// status counts.
func partialSuccess(answer []byte, isJSON bool, signal rt.Signal) (rejected int64, text string) {
	if isJSON {
		return partialSuccessJSON(answer, signal)
	}
	_ = wire.Each(answer, func(f wire.Field) {
		if f.Tag != 1 || f.Wire != wire.Bytes {
			return
		}
		_ = wire.Each(f.Data, func(f wire.Field) {
			switch {
			case f.Tag == 1 && f.Wire == wire.Varint:
				rejected = int64(f.Number)
			case f.Tag == 2 && f.Wire == wire.Bytes:
				text = bound.Line(string(f.Data), 200)
			}
		})
	})
	return max(0, rejected), text
}

func partialSuccessJSON(answer []byte, signal rt.Signal) (rejected int64, text string) {
	field := map[rt.Signal]string{rt.Traces: "rejectedSpans", rt.Metrics: "rejectedDataPoints", rt.Logs: "rejectedLogRecords"}[signal]
	members(answer, func(name string, value []byte) {
		if name != "partialSuccess" {
			return
		}
		members(value, func(name string, value []byte) {
			switch name {
			case field:
				// A number of 64 bits is a text in the protocol's JSON; some write it as a number.
				rejected, _ = strconv.ParseInt(strings.Trim(string(value), `"`), 10, 64)
			case "errorMessage":
				text = bound.Line(unquote(value), 200)
			}
		})
	})
	return max(0, rejected), text
}

// errorText is what an answer to a failed request says: the message of a google.rpc.Status, or a text; "" for anything else.
func errorText(answer []byte, contentType string) (text string) {
	switch {
	case strings.HasPrefix(contentType, "application/x-protobuf"):
		_ = wire.Each(answer, func(f wire.Field) {
			if f.Tag == 2 && f.Wire == wire.Bytes {
				text = string(f.Data)
			}
		})
	case strings.HasPrefix(contentType, "application/json"):
		members(answer, func(name string, value []byte) {
			if name == "message" {
				text = unquote(value)
			}
		})
	case strings.HasPrefix(contentType, "text/plain"), contentType == "" && utf8.Valid(answer):
		text = string(answer)
	}
	return strings.TrimSpace(bound.Line(text, 200))
}

// retryInfo reads the delay out of the details of a status: google.rpc.Status in base64, whose details may hold a
// google.rpc.RetryInfo. asked says that there is one.
func retryInfo(details string) (delay time.Duration, asked bool) {
	data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(details, "="))
	if err != nil {
		return 0, false
	}
	_ = wire.Each(data, func(f wire.Field) {
		if f.Tag != 3 || f.Wire != wire.Bytes {
			return
		}
		var name string
		var value []byte
		_ = wire.Each(f.Data, func(f wire.Field) {
			switch f.Tag {
			case 1:
				name = string(f.Data)
			case 2:
				value = f.Data
			}
		})
		if strings.HasSuffix(name, "/google.rpc.RetryInfo") {
			asked = true
			delay = duration(value)
		}
	})
	return delay, asked
}

// duration reads a google.protobuf.Duration that is field 1 of a message; at most a day.
func duration(message []byte) (d time.Duration) {
	const most = 24 * 60 * 60
	_ = wire.Each(message, func(f wire.Field) {
		if f.Tag != 1 || f.Wire != wire.Bytes {
			return
		}
		_ = wire.Each(f.Data, func(f wire.Field) {
			switch n := int64(f.Number); {
			case f.Tag == 1 && n > 0:
				d += time.Duration(min(n, most)) * time.Second
			case f.Tag == 2 && n > 0 && n < int64(time.Second):
				d += time.Duration(n)
			}
		})
	})
	return d
}
