package resource

import (
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

var (
	cloudPlatform = attr.Short("cloud.platform")
	cloudProvider = attr.Short("cloud.provider")
	cloudRegion   = attr.Short("cloud.region")
	ecsLaunchType = attr.Short("aws.ecs.launchtype")
	faasInstance  = attr.Short("faas.instance")
	faasMaxMemory = attr.Number("faas.max_memory")
	faasName      = attr.Short("faas.name")
	faasVersion   = attr.Short("faas.version")
	jobExecution  = attr.Short("gcp.cloud_run.job.execution")
	jobTask       = attr.Number("gcp.cloud_run.job.task_index")
	logGroups     = attr.Short("aws.log.group.names")
	logStreams    = attr.Short("aws.log.stream.names")
)

// platform is a service of a cloud that its environment tells.
type platform struct {
	provider, name string
	region         string // the variable that has it
	is             func(*Machine) bool
}

func set(names ...string) func(*Machine) bool {
	return func(m *Machine) bool {
		for _, name := range names {
			if m.first(name) == "" {
				return false
			}
		}
		return true
	}
}

// platforms: the first that is true. The variables are those that the services document.
var platforms = []platform{
	{"aws", "aws_lambda", "AWS_REGION", set("AWS_LAMBDA_FUNCTION_NAME")},
	{"aws", "aws_ecs", "AWS_REGION", func(m *Machine) bool {
		return m.first("ECS_CONTAINER_METADATA_URI_V4", "ECS_CONTAINER_METADATA_URI") != ""
	}},
	{"gcp", "gcp_cloud_functions", "FUNCTION_REGION", set("FUNCTION_TARGET", "K_SERVICE")},
	{"gcp", "gcp_cloud_run", "", set("K_SERVICE", "K_REVISION", "K_CONFIGURATION")},
	{"gcp", "gcp_cloud_run", "", set("CLOUD_RUN_JOB", "CLOUD_RUN_EXECUTION")},
	{"gcp", "gcp_app_engine", "", set("GAE_SERVICE", "GAE_VERSION")},
	{"azure", "azure.container_apps", "", set("CONTAINER_APP_NAME", "CONTAINER_APP_REVISION")},
	{"azure", "azure.functions", "REGION_NAME", set("WEBSITE_SITE_NAME", "FUNCTIONS_EXTENSION_VERSION")},
	{"azure", "azure.app_service", "REGION_NAME", set("WEBSITE_SITE_NAME")},
}

func (m *Machine) platform() platform {
	for _, p := range platforms {
		if p.is(m) {
			return p
		}
	}
	return platform{}
}

func cloud(m *Machine, f *found) {
	p := m.platform()
	f.text(cloudProvider, p.provider)
	f.text(cloudPlatform, p.name)
	if p.region != "" {
		f.text(cloudRegion, m.first(p.region))
	}
	switch p.name {
	case "aws_ecs":
		if launch, ok := strings.CutPrefix(m.Getenv("AWS_EXECUTION_ENV"), "AWS_ECS_"); ok {
			f.text(ecsLaunchType, strings.ToLower(launch))
		}
	case "aws_lambda":
		f.texts(logGroups, m.first("AWS_LAMBDA_LOG_GROUP_NAME"))
		f.texts(logStreams, m.first("AWS_LAMBDA_LOG_STREAM_NAME"))
	}
}

func (f *found) texts(key *attr.Key, value string) {
	if value != "" {
		f.put(key.Strings([]string{value}))
	}
}

// mebi is a mebibyte.
const mebi = 1 << 20

// function tells services that run functions or revisions of a container (semantic conventions, "Function as a Service").
func function(m *Machine, f *found) {
	switch m.platform().name {
	case "aws_lambda":
		f.text(faasName, m.first("AWS_LAMBDA_FUNCTION_NAME"))
		f.text(faasVersion, m.first("AWS_LAMBDA_FUNCTION_VERSION"))
		f.text(faasInstance, m.first("AWS_LAMBDA_LOG_STREAM_NAME"))
		f.memory(m.first("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"))
	case "gcp_cloud_functions", "gcp_cloud_run":
		f.text(faasName, m.first("K_SERVICE", "CLOUD_RUN_JOB"))
		f.text(faasVersion, m.first("K_REVISION"))
		f.text(jobExecution, m.first("CLOUD_RUN_EXECUTION"))
		if index, err := strconv.Atoi(m.first("CLOUD_RUN_TASK_INDEX")); err == nil {
			f.put(jobTask.Int(index))
		}
	case "gcp_app_engine":
		f.text(faasName, m.first("GAE_SERVICE"))
		f.text(faasVersion, m.first("GAE_VERSION"))
		f.text(faasInstance, m.first("GAE_INSTANCE"))
	case "azure.functions":
		f.text(faasName, m.first("WEBSITE_SITE_NAME"))
		f.text(faasInstance, m.first("WEBSITE_INSTANCE_ID"))
		f.memory(m.first("WEBSITE_MEMORY_LIMIT_MB"))
	}
}

// memory reads mebibytes.
func (f *found) memory(text string) {
	if n, err := strconv.ParseInt(text, 10, 32); err == nil && n > 0 {
		f.put(faasMaxMemory.Int64(n * mebi))
	}
}
