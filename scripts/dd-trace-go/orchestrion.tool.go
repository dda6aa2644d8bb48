//go:build tools

package tools

import (
	_ "github.com/DataDog/orchestrion"

	_ "github.com/DataDog/dd-trace-go/contrib/aws/aws-sdk-go-v2/v2/aws"
	_ "github.com/DataDog/dd-trace-go/contrib/database/sql/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/gin-gonic/gin/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/go-chi/chi.v5/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/go-redis/redis.v8/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/go.uber.org/zap/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/gomodule/redigo/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/google.golang.org/grpc/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/gorilla/mux/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/graph-gophers/graphql-go/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/graphql-go/graphql/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/hashicorp/vault/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/jackc/pgx.v5/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/julienschmidt/httprouter/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/labstack/echo.v4/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/log/slog/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/net/http/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/redis/go-redis.v9/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/rs/zerolog/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/segmentio/kafka-go/v2"
	_ "github.com/DataDog/dd-trace-go/contrib/sirupsen/logrus/v2"
	_ "github.com/DataDog/dd-trace-go/v2/contrib/os"
	_ "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer"
	_ "github.com/DataDog/dd-trace-go/v2/instrumentation/errortrace"
	_ "github.com/DataDog/dd-trace-go/v2/internal/civisibility/integrations/gotesting"
	_ "github.com/DataDog/dd-trace-go/v2/profiler"
)
