package transport

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
)

// How long and how often a failed export is tried again; the figures of the OpenTelemetry exporters.
const (
	firstBackoff = 5 * time.Second
	maxBackoff   = 30 * time.Second
	// maxWaiting bounds the waits of one export in sum.
	maxWaiting = time.Minute
)

// attempt is one request and its answer.
type attempt struct {
	Outcome
	// again says that the failure may pass; after is what the collector asked to wait, or 0.
	again bool
	after time.Duration
}

// Export sends a request, whose bytes are those of message one after the other, and tries again what may pass. It waits for the answer,
// and at most a minute between attempts. A wait that the end of the program cuts short is followed by one attempt more, unless the last one
// got no answer: that would take all of the time that there is. Requests of exports make no records.
func (c *Client) Export(ctx context.Context, message [][]byte) Outcome {
	out := c.export(rt.Suppress(ctx), message)
	out.Unasked = c.exporter.Default && c.ending()
	return out
}

func (c *Client) export(ctx context.Context, message [][]byte) Outcome {
	body, err := c.packer.pack(c.signal, c.exporter, message)
	if err != nil {
		return Outcome{Kind: Failed, Err: c.failed(err.Error(), err), Type: "encoding"}
	}
	if wait := time.Until(c.notBefore); wait > 0 && !c.pause(ctx, wait) && ctx.Err() != nil {
		return Outcome{Kind: Failed, Err: c.failed("the collector has asked for a pause", ctx.Err()), Type: "paused"}
	}
	backoff, left := firstBackoff, maxWaiting
	for last := c.ending(); ; {
		a := c.attempt(ctx, body)
		if !a.again || ctx.Err() != nil {
			return a.Outcome
		}
		wait := a.after
		if wait == 0 {
			wait = backoff/2 + rand.N(backoff)
			backoff = min(backoff*3/2, maxBackoff)
		} else {
			c.notBefore = time.Now().Add(min(wait, 10*maxWaiting))
		}
		if wait > left {
			if f, ok := a.Err.(*failure); ok && a.after > 0 {
				f.what += fmt.Sprintf("; the collector asks to wait %v", a.after.Round(time.Second))
			}
			return a.Outcome
		}
		left -= wait
		if !c.pause(ctx, wait) {
			if last || ctx.Err() != nil || a.Unreachable && !a.Refused {
				return a.Outcome
			}
			last = true
		}
	}
}

// ending says that the program ends.
func (c *Client) ending() bool {
	select {
	case <-c.exiting:
		return true
	default:
		return false
	}
}

func (c *Client) wait(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-c.exiting:
	case <-ctx.Done():
	case <-timer.C:
		return true
	}
	return false
}

func (c *Client) attempt(ctx context.Context, body [][]byte) attempt {
	if c.exporter.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.exporter.Timeout)
		defer cancel()
	}
	size := 0
	for _, part := range body {
		size += len(part)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, newReader(body))
	if err != nil {
		return attempt{Outcome: Outcome{Kind: Failed, Err: c.failed("no request can be made for this endpoint", err), Type: "endpoint"}}
	}
	req.ContentLength = int64(size)
	req.GetBody = getBody(body)
	for _, header := range c.exporter.Headers {
		req.Header.Set(header.Name, string(header.Value))
	}
	req.Header.Set("User-Agent", "gots-otlp-exporter/"+rt.Version)
	if c.exporter.Protocol == config.GRPC {
		return c.grpc(req)
	}
	return c.http(req)
}

// retryAfter reads seconds or a date; 0 for neither, and for a time that has passed.
func retryAfter(value string, now time.Time) time.Duration {
	const most = 24 * time.Hour
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return min(time.Duration(seconds)*time.Second, most)
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, min(at.Sub(now), most))
	}
	return 0
}
