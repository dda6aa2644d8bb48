// Command load asks a server the same thing over some connections, as fast as it answers, and prints how long that took.
//
// It writes and reads bytes: a client of net/http would take as much of the processor as the server, and be what is measured.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"
)

// result of all connections; times in nanoseconds.
type result struct {
	Requests int   `json:"requests"`
	Elapsed  int64 `json:"elapsed"`
	P50      int64 `json:"p50"`
	P99      int64 `json:"p99"`
}

func main() {
	address := flag.String("address", "", "host and port")
	path := flag.String("path", "/", "what is asked for")
	connections := flag.Int("connections", 8, "how many connections ask side by side")
	requests := flag.Int("requests", 1000, "how many requests there are in all")
	flag.Parse()

	request := []byte("GET " + *path + " HTTP/1.1\r\nHost: " + *address + "\r\nUser-Agent: load\r\n\r\n")
	took := make([][]int64, *connections)
	var wait sync.WaitGroup
	begin := time.Now()
	for i := range took {
		share := *requests / *connections
		if i < *requests%*connections {
			share++
		}
		wait.Add(1)
		go func() {
			defer wait.Done()
			var err error
			if took[i], err = ask(*address, request, share); err != nil {
				log.Fatal(err)
			}
		}()
	}
	wait.Wait()
	elapsed := time.Since(begin)
	all := slices.Concat(took...)
	slices.Sort(all)
	at := func(share float64) int64 { return all[int(share*float64(len(all)-1))] }
	if err := json.NewEncoder(os.Stdout).Encode(result{len(all), elapsed.Nanoseconds(), at(0.5), at(0.99)}); err != nil {
		log.Fatal(err)
	}
}

// ask sends n requests over one connection, one after another, and returns how long each took.
func ask(address string, request []byte, n int) ([]int64, error) {
	connection, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	reader := bufio.NewReader(connection)
	took := make([]int64, 0, n)
	for range n {
		begin := time.Now()
		if _, err := connection.Write(request); err != nil {
			return nil, err
		}
		if err := readAnswer(reader); err != nil {
			return nil, err
		}
		took = append(took, time.Since(begin).Nanoseconds())
	}
	return took, nil
}

var (
	ok     = []byte("HTTP/1.1 200 ")
	length = []byte("Content-Length: ")
)

// readAnswer reads an answer whose length is told; anything but 200 is an error.
func readAnswer(reader *bufio.Reader) error {
	line, err := reader.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(line, ok) {
		return fmt.Errorf("the server answers %q", line)
	}
	size := -1
	for len(bytes.TrimSpace(line)) > 0 {
		if line, err = reader.ReadSlice('\n'); err != nil {
			return err
		}
		if bytes.HasPrefix(line, length) {
			if size, err = strconv.Atoi(string(bytes.TrimSpace(line[len(length):]))); err != nil {
				return err
			}
		}
	}
	if size < 0 {
		return fmt.Errorf("an answer without a length")
	}
	_, err = io.CopyN(io.Discard, reader, int64(size))
	return err
}
