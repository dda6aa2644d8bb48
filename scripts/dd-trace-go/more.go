package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	redisv8 "github.com/go-redis/redis/v8"
	graphqlgophers "github.com/graph-gophers/graphql-go"
	"github.com/graphql-go/graphql"
	"github.com/hashicorp/vault/api"
	"github.com/jackc/pgx/v5"
	"github.com/segmentio/kafka-go"
)

func init() {
	parts["graphql-go/graphql"] = func(ctx context.Context) error {
		query := graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
			"hello": &graphql.Field{Type: graphql.String, Resolve: func(graphql.ResolveParams) (any, error) { return "world", nil }},
		}})
		schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: query})
		if err != nil {
			return err
		}
		result := graphql.Do(graphql.Params{Schema: schema, RequestString: "{ hello }", Context: ctx})
		if result.HasErrors() {
			return fmt.Errorf("%v", result.Errors)
		}
		return nil
	}
	parts["graph-gophers/graphql-go"] = func(ctx context.Context) error {
		schema, err := graphqlgophers.ParseSchema("type Query { hello: String! }", &resolver{})
		if err != nil {
			return err
		}
		if result := schema.Exec(ctx, "{ hello }", "", nil); len(result.Errors) > 0 {
			return fmt.Errorf("%v", result.Errors)
		}
		return nil
	}
	parts["hashicorp/vault"] = func(ctx context.Context) error {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(`{"data":{}}`)) }))
		defer server.Close()
		client, err := api.NewClient(&api.Config{Address: server.URL, HttpClient: &http.Client{}})
		if err != nil {
			return err
		}
		_, err = client.Logical().ReadWithContext(ctx, "secret/x")
		return err
	}
	parts["go-redis/redis.v8"] = func(ctx context.Context) error {
		addr, stop, err := fakeRedis()
		if err != nil {
			return err
		}
		defer stop()
		client := redisv8.NewClient(&redisv8.Options{Addr: addr})
		defer client.Close()
		return client.Set(ctx, "k", "v", 0).Err()
	}
	// No server answers here: that they fail in the instrumented way is what counts.
	parts["jackc/pgx.v5"] = func(ctx context.Context) error {
		if _, err := pgx.Connect(ctx, "postgres://127.0.0.1:1/x"); err == nil {
			return fmt.Errorf("connected to nothing")
		}
		return nil
	}
	parts["segmentio/kafka-go"] = func(ctx context.Context) error {
		writer := &kafka.Writer{Addr: kafka.TCP("127.0.0.1:1"), Topic: "t", MaxAttempts: 1}
		defer writer.Close()
		if err := writer.WriteMessages(ctx, kafka.Message{Value: []byte("v")}); err == nil {
			return fmt.Errorf("wrote to nothing")
		}
		return nil
	}
}

type resolver struct{}

func (*resolver) Hello() string { return "world" }
