package parts

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/test/bufconn"
)

// checkGRPC asks the standard health service by way of memory.
func checkGRPC(ctx context.Context) error {
	wire := bufconn.Listen(1 << 16)
	server := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 20))
	grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	go server.Serve(wire)
	defer server.Stop()

	dial := func(ctx context.Context, _ string) (net.Conn, error) { return wire.DialContext(ctx) }
	conn, err := grpc.NewClient(
		"passthrough:///memory",
		grpc.WithContextDialer(dial),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
	)
	if err != nil {
		return err
	}
	defer conn.Close()
	answer, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, new(grpc_health_v1.HealthCheckRequest))
	if err != nil {
		return err
	}
	return equal(answer.GetStatus(), grpc_health_v1.HealthCheckResponse_SERVING)
}
