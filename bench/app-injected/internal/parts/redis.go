package parts

import (
	"bufio"
	"context"
	"net"
	"strings"

	"github.com/redis/go-redis/v9"
)

// checkRedis pings a server that knows no other command.
func checkRedis(ctx context.Context) error {
	client := redis.NewClient(&redis.Options{
		Protocol: 2,
		Dialer: func(context.Context, string, string) (net.Conn, error) {
			near, far := net.Pipe()
			go pong(far)
			return near, nil
		},
	})
	defer client.Close()
	answer, err := client.Ping(ctx).Result()
	if err != nil {
		return err
	}
	return equal(answer, "PONG")
}

// pong answers commands that come as arrays of one bulk string or more; their names are the lines that are no length.
func pong(conn net.Conn) {
	defer conn.Close()
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		count := strings.TrimPrefix(lines.Text(), "*")
		lines.Scan() // the length of the name
		lines.Scan()
		answer := "-ERR unknown command\r\n"
		if strings.EqualFold(lines.Text(), "ping") {
			answer = "+PONG\r\n"
		}
		for skip := 2 * (int(count[0]-'0') - 1); skip > 0; skip-- {
			lines.Scan()
		}
		if _, err := conn.Write([]byte(answer)); err != nil {
			return
		}
	}
}
