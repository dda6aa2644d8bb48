package transport

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
)

// packer brings a message into the form in which it is sent. It keeps its writer, whose tables take longest to make.
type packer struct{ gzip *gzip.Writer }

func (p *packer) pack(signal rt.Signal, exporter config.Exporter, message [][]byte) ([][]byte, error) {
	if exporter.Protocol == config.JSON {
		text, err := otlp.JSON(signal, bytes.Join(message, nil))
		if err != nil {
			return nil, err
		}
		message = [][]byte{text}
	}
	if exporter.Gzip {
		message = [][]byte{p.compress(message)}
	}
	if exporter.Protocol != config.GRPC {
		return message, nil
	}
	// A message of grpc has its length in front, and whether it is compressed
	// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
	size := 0
	for _, part := range message {
		size += len(part)
	}
	prefix := make([]byte, grpcPrefix)
	if exporter.Gzip {
		prefix[0] = 1
	}
	binary.BigEndian.PutUint32(prefix[1:], uint32(size))
	return append([][]byte{prefix}, message...), nil
}

func (p *packer) compress(message [][]byte) []byte {
	var packed bytes.Buffer
	if p.gzip == nil {
		p.gzip = gzip.NewWriter(&packed)
	} else {
		p.gzip.Reset(&packed)
	}
	for _, part := range message {
		_, _ = p.gzip.Write(part) // a buffer takes everything
	}
	_ = p.gzip.Close()
	return packed.Bytes()
}

// reader gives the parts of a message one after the other.
type reader struct {
	parts [][]byte
	// at is the place in the first part.
	at int
}

func newReader(parts [][]byte) io.ReadCloser { return &reader{parts: parts} }

func getBody(parts [][]byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return newReader(parts), nil }
}

// Read implements io.Reader.
func (r *reader) Read(p []byte) (int, error) {
	total := 0
	for total < len(p) && len(r.parts) > 0 {
		n := copy(p[total:], r.parts[0][r.at:])
		total += n
		r.at += n
		if r.at == len(r.parts[0]) {
			r.parts, r.at = r.parts[1:], 0
		}
	}
	if total == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return total, nil
}

// Close implements io.Closer.
func (*reader) Close() error { return nil }

// mostAnswer bounds what is read of an answer, in bytes: a collector has little to say.
const mostAnswer = 64 << 10

// readAnswer reads an answer up to its bound. whole says that it ended there.
func readAnswer(body io.Reader) (data []byte, whole bool, err error) {
	data, err = io.ReadAll(io.LimitReader(body, mostAnswer+1))
	if len(data) > mostAnswer {
		return data[:mostAnswer], false, err
	}
	return data, err == nil, err
}
