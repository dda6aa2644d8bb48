package cache

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
)

// server answers the few Redis commands that the self test needs, from a map.
type server struct {
	lis    net.Listener
	mu     sync.Mutex
	values map[string]string
}

func listen() (*server, error) {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &server{lis: lis, values: map[string]string{}}
	go s.accept()
	return s, nil
}

func (s *server) accept() {
	for {
		conn, err := s.lis.Accept()
		if err != nil {
			return
		}
		go s.serve(conn)
	}
}

func (s *server) serve(conn net.Conn) {
	defer conn.Close()
	r := bufio.NewReader(conn)
	for {
		args, err := readCommand(r)
		if err != nil {
			return
		}
		if _, err := io.WriteString(conn, s.answer(args)); err != nil {
			return
		}
	}
}

// answer speaks RESP2: HELLO is refused, so that the client stays with it.
func (s *server) answer(args []string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch name := strings.ToLower(args[0]); {
	case name == "ping":
		return "+PONG\r\n"
	case name == "client":
		return "+OK\r\n"
	case name == "set" && len(args) >= 3:
		s.values[args[1]] = args[2]
		return "+OK\r\n"
	case name == "get" && len(args) == 2:
		value, ok := s.values[args[1]]
		if !ok {
			return "$-1\r\n"
		}
		return fmt.Sprintf("$%d\r\n%s\r\n", len(value), value)
	default:
		return fmt.Sprintf("-ERR unknown command '%s'\r\n", args[0])
	}
}

// readCommand reads one array of bulk strings.
func readCommand(r *bufio.Reader) ([]string, error) {
	n, err := readLength(r, '*')
	if err != nil {
		return nil, err
	}
	args := make([]string, n)
	for i := range args {
		size, err := readLength(r, '$')
		if err != nil {
			return nil, err
		}
		buf := make([]byte, size+2)
		if _, err := io.ReadFull(r, buf); err != nil {
			return nil, err
		}
		args[i] = string(buf[:size])
	}
	return args, nil
}

func readLength(r *bufio.Reader, kind byte) (int, error) {
	line, err := r.ReadString('\n')
	if err != nil {
		return 0, err
	}
	line = strings.TrimRight(line, "\r\n")
	if len(line) < 2 || line[0] != kind {
		return 0, fmt.Errorf("redis: %q, want a length after %q", line, kind)
	}
	n, err := strconv.Atoi(line[1:])
	if err == nil && (n < 0 || n > 1<<16 || kind == '*' && n == 0) {
		err = fmt.Errorf("redis: length %d", n)
	}
	return n, err
}
