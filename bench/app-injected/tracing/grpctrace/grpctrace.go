// Package grpctrace has the options by which grpc calls otelgrpc.
package grpctrace

import (
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/stats"

	"example.com/tracing/hits"
)

// Server returns an option for grpc.NewServer.
func Server() grpc.ServerOption {
	return grpc.StatsHandler(otelgrpc.NewServerHandler(counted("otelgrpc-server")))
}

// Client returns an option for grpc.NewClient.
func Client() grpc.DialOption {
	return grpc.WithStatsHandler(otelgrpc.NewClientHandler(counted("otelgrpc-client")))
}

func counted(name string) otelgrpc.Option {
	return otelgrpc.WithFilter(func(*stats.RPCTagInfo) bool {
		hits.Hit(name, 1)
		return true
	})
}
