import { c as mentions, xn as pathAndParents, y as doublestar } from "./chunk-ask.mjs";

// src/driver/summary/known-libraries.ts
/**
* Packages of libraries whose work shows in telemetry: web, RPC, data stores, messaging, clouds, logs, models. A program that holds one of them,
* and no aspect that names it, has a gap. Left out are libraries that are seen anyway, since all they do goes through net/http or
* database/sql (drivers, ent, bun, sqlx, twirp, Vault, Consul), and those that record by themselves with OpenTelemetry (go-zero).
*/
const knownLibraries = [
	"github.com/cloudwego/hertz/pkg/app/server",
	"github.com/emicklei/go-restful/v3",
	"github.com/gin-gonic/gin",
	"github.com/go-chi/chi",
	"github.com/go-chi/chi/v5",
	"github.com/gofiber/fiber/v2",
	"github.com/gofiber/fiber/v3",
	"github.com/gorilla/mux",
	"github.com/julienschmidt/httprouter",
	"github.com/kataras/iris/v12",
	"github.com/labstack/echo/v4",
	"github.com/labstack/echo/v5",
	"github.com/valyala/fasthttp",
	"connectrpc.com/connect",
	"dubbo.apache.org/dubbo-go/v3",
	"github.com/99designs/gqlgen/graphql/handler",
	"github.com/cloudwego/kitex/client",
	"github.com/cloudwego/kitex/server",
	"github.com/go-kratos/kratos/v2",
	"github.com/graph-gophers/graphql-go",
	"github.com/graphql-go/graphql",
	"go-micro.dev/v5",
	"google.golang.org/grpc",
	"trpc.group/trpc-go/trpc-go",
	"github.com/ClickHouse/clickhouse-go/v2",
	"github.com/go-pg/pg/v10",
	"github.com/jackc/pgx/v5",
	"gorm.io/gorm",
	"github.com/aerospike/aerospike-client-go/v8",
	"github.com/apache/cassandra-gocql-driver/v2",
	"github.com/bradfitz/gomemcache/memcache",
	"github.com/elastic/go-elasticsearch/v6",
	"github.com/elastic/go-elasticsearch/v7",
	"github.com/elastic/go-elasticsearch/v8",
	"github.com/elastic/go-elasticsearch/v9",
	"github.com/go-redis/redis/v8",
	"github.com/gocql/gocql",
	"github.com/gomodule/redigo/redis",
	"github.com/redis/go-redis/v9",
	"github.com/redis/rueidis",
	"github.com/valkey-io/valkey-go",
	"go.mongodb.org/mongo-driver/mongo",
	"go.mongodb.org/mongo-driver/v2/mongo",
	"cloud.google.com/go/pubsub",
	"cloud.google.com/go/pubsub/v2",
	"github.com/IBM/sarama",
	"github.com/Shopify/sarama",
	"github.com/apache/pulsar-client-go/pulsar",
	"github.com/apache/rocketmq-clients/golang/v5",
	"github.com/confluentinc/confluent-kafka-go/kafka",
	"github.com/confluentinc/confluent-kafka-go/v2/kafka",
	"github.com/hibiken/asynq",
	"github.com/nats-io/nats.go",
	"github.com/panjf2000/ants/v2",
	"github.com/rabbitmq/amqp091-go",
	"github.com/robfig/cron/v3",
	"github.com/segmentio/kafka-go",
	"github.com/twmb/franz-go/pkg/kgo",
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime",
	"github.com/aws/aws-lambda-go/lambda",
	"github.com/aws/aws-sdk-go-v2/aws",
	"github.com/aws/aws-sdk-go/aws/session",
	"k8s.io/client-go/rest",
	"sigs.k8s.io/controller-runtime/pkg/controller",
	"github.com/go-kit/log",
	"github.com/rs/zerolog",
	"github.com/sirupsen/logrus",
	"go.uber.org/zap",
	"github.com/anthropics/anthropic-sdk-go",
	"github.com/cloudwego/eino/compose",
	"github.com/mark3labs/mcp-go/client",
	"github.com/mark3labs/mcp-go/server",
	"github.com/modelcontextprotocol/go-sdk/mcp",
	"github.com/ollama/ollama/api",
	"github.com/openai/openai-go",
	"github.com/openai/openai-go/v2",
	"github.com/openai/openai-go/v3",
	"github.com/tmc/langchaingo/llms",
	"google.golang.org/genai"
];

// src/driver/summary/uncovered.ts
/** Packages as go lists them. */
function heldIn(listed) {
	const modules = listed.flatMap(({ Module: module }) => module === void 0 || module.Main ? [] : [[module.Path, module.Version ?? ""]]);
	return {
		packages: new Set(listed.map(({ ImportPath }) => ImportPath)),
		modules: new Map(modules)
	};
}
/**
* The known libraries that programs hold and that no aspect names in a join point, sorted by module path. A main module is none: its
* author is the one who builds it.
*/
function uncoveredLibraries(aspects, { packages, modules }) {
	const held = knownLibraries.filter((library) => packages.has(library));
	if (held.length === 0) return [];
	const named = aspects.flatMap(({ joinPoint }) => mentions(joinPoint).map(({ path }) => path));
	const globs = aspects.flatMap(({ joinPoint }) => globsIn(joinPoint));
	const found = /* @__PURE__ */ new Map();
	for (const library of held) {
		const module = moduleIn(modules, library);
		if (module === void 0) continue;
		if (named.some((path) => isWithin(module, path)) || globs.some((glob) => glob.test(library))) continue;
		found.set(module, modules.get(module));
	}
	return [...found].map(([path, version]) => ({
		path,
		version
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}
function moduleIn(modules, importPath) {
	return [...pathAndParents(importPath)].find((path) => modules.has(path));
}
/** Another major version is another library. */
function isWithin(module, path) {
	return path === module || path.startsWith(`${module}/`) && !/^v\d+(\/|$)/.test(path.slice(module.length + 1));
}
/** Patterns of a join point that begin with the host of a library: others, such as `**`, name none. What a `not` excludes is left out. */
function globsIn(point) {
	const found = [];
	visit(point);
	return found;
	function visit(value) {
		if (typeof value !== "object" || value === null) return;
		const { kind, pattern } = value;
		if (kind === "not") return;
		if (kind === "import-glob" && typeof pattern === "string" && /^[\w-]+(\.[\w-]+)+\//.test(pattern)) found.push(doublestar(pattern));
		else for (const inner of Object.values(value)) visit(inner);
	}
}
/** Names of libraries with their versions, `github.com/redis/go-redis/v9 (v9.17.2)`. */
function libraryNames(libraries) {
	return libraries.map(({ path, version }) => `${path} (${version})`);
}

export { libraryNames as n, uncoveredLibraries as r, heldIn as t };