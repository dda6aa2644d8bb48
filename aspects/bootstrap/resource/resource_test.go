package resource

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// machine is one with this environment and these files.
func machine(env, files map[string]string) Machine {
	return Machine{
		Getenv: func(name string) string { return env[name] },
		ReadFile: func(name string) ([]byte, error) {
			if text, ok := files[name]; ok {
				return []byte(text), nil
			}
			return nil, fs.ErrNotExist
		},
		Hostname: func() (string, error) { return "box", nil },
		Args:     []string{"/usr/bin/shopd", "--password=hunter2"},
		PID:      42, OS: "linux", Arch: "arm",
		Now:     func() time.Time { return time.UnixMilli(1_700_000_000_000) },
		Created: func() time.Time { return time.Time{} },
		Build:   &debug.BuildInfo{Path: "example.com/shop/v3/cmd/server", Main: debug.Module{Version: "(devel)"}, Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}}},
	}
}

func show(v attr.Value) string {
	switch v.Kind() {
	case attr.KindString:
		return v.Text()
	case attr.KindInt:
		return fmt.Sprint(v.AsInt())
	case attr.KindFloat:
		return fmt.Sprint(v.AsFloat())
	case attr.KindBool:
		return fmt.Sprint(v.AsBool())
	case attr.KindStrings:
		return fmt.Sprint(v.AsStrings())
	case attr.KindInts:
		return fmt.Sprint(v.AsInts())
	case attr.KindFloats:
		return fmt.Sprint(v.AsFloats())
	case attr.KindBools:
		return fmt.Sprint(v.AsBools())
	}
	return "?"
}

func detect(m Machine, configured []config.Attribute, names ...string) map[string]string {
	out := map[string]string{}
	for _, v := range Detect(m, names, config.Selection{}, configured) {
		out[v.Key().Name()] = show(v)
	}
	return out
}

// want compares, but for what each resource has.
func want(t *testing.T, what string, got map[string]string, pairs ...string) {
	t.Helper()
	expected := map[string]string{"telemetry.sdk.language": "go", "telemetry.sdk.name": "github.com/gots-dev/gots", "telemetry.sdk.version": "0.1.0", "service.name": "server"}
	for i := 0; i < len(pairs); i += 2 {
		expected[pairs[i]] = pairs[i+1]
	}
	for name, value := range expected {
		if got[name] != value {
			t.Errorf("%s: %s is %q, want %q", what, name, got[name], value)
		}
	}
	for name, value := range got {
		if _, ok := expected[name]; !ok {
			t.Errorf("%s: %s is %q, and not wanted", what, name, value)
		}
	}
}

const id = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

func TestProgramAndMachine(t *testing.T) {
	release := map[string]string{"/usr/lib/os-release": "NAME=\"Some Linux\"\nVERSION_ID='12'\n# x\nPRETTY_NAME=\"Some Linux 12 (bird)\"\n"}
	want(t, "none", detect(machine(nil, nil), nil))
	want(t, "host, os", detect(machine(nil, release), nil, "host", "os"), "host.name", "box", "host.arch", "arm32", "os.type", "linux",
		"os.name", "Some Linux", "os.version", "12", "os.description", "Some Linux 12 (bird)")
	got := detect(machine(nil, nil), nil, "process", "service")
	if got["process.pid"] != "42" || got["process.executable.name"] != "shopd" || got["process.runtime.name"] != "go" ||
		!strings.HasPrefix(got["process.runtime.version"], "go1.") || got["service.version"] != "abc" || len(got["service.instance.id"]) != 36 {
		t.Errorf("got %v", got)
	}
	if again := detect(machine(nil, nil), nil, "service"); again["service.instance.id"] == got["service.instance.id"] {
		t.Error("two instances have one id")
	}
	broken := machine(nil, nil)
	broken.Hostname = func() (string, error) { return "", errors.New("no") }
	broken.Build, broken.Args, broken.OS = nil, nil, "plan9"
	want(t, "broken", detect(broken, nil, config.Detectors[1], "os"), "host.arch", "arm32", "os.type", "plan9", "service.name", "unknown_service:go")
	broken.Args = []string{"/x/tool"}
	want(t, "no build information", detect(broken, nil), "service.name", "tool")
}

func TestNothingOfTheCommandLine(t *testing.T) {
	m := machine(nil, nil)
	for name, value := range detect(m, nil, config.Detectors...) {
		if strings.Contains(value, "hunter2") || name == "process.command_args" || name == "process.command_line" || name == "process.owner" {
			t.Errorf("%s is %q", name, value)
		}
	}
}

func TestContainer(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"docker, version 1":     {"/proc/self/cgroup": "13:pids:/docker/" + id + "\n"},
		"kubernetes, 1":         {"/proc/self/cgroup": "1:name=systemd:/kubepods/besteffort/pod2c48/" + id},
		"systemd":               {"/proc/self/cgroup": "0::/system.slice/docker-" + id + ".scope"},
		"containerd":            {"/proc/self/cgroup": "0::/kubepods.slice/kubepods-pod1.slice/cri-containerd-" + id + ".scope"},
		"containerd, no .scope": {"/proc/self/cgroup": "11:memory:/system.slice/containerd.service/kubepods-pod1.slice:cri-containerd:" + id},
		"docker, version 2":     {"/proc/self/cgroup": "0::/\n", "/proc/self/mountinfo": "1 2 8:1 /x /y rw - ext4 /dev/sda1 rw\n983 954 8:1 /var/lib/docker/containers/" + id + "/hostname /etc/hostname rw,relatime - ext4 /dev/sda1 rw\n"},
		"podman, version 2":     {"/proc/self/mountinfo": "983 954 0:25 /containers/overlay-containers/" + id + "/userdata/hostname /etc/hostname rw - tmpfs tmpfs rw"},
	} {
		want(t, name, detect(machine(nil, files), nil, "container"), "container.id", id)
	}
	for name, files := range map[string]map[string]string{
		"none":    {},
		"host":    {"/proc/self/cgroup": "0::/init.scope\n", "/proc/self/mountinfo": "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"},
		"sandbox": {"/proc/self/mountinfo": "983 954 8:1 /var/lib/containerd/io.containerd.grpc.v1.cri/sandboxes/" + id + "/hostname /etc/hostname rw - ext4 /dev/sda1 rw"},
	} {
		want(t, name, detect(machine(nil, files), nil, "container"))
	}
}

func TestKubernetes(t *testing.T) {
	pod := map[string]string{"KUBERNETES_SERVICE_HOST": "10.0.0.1", "POD_NAME": "shop-1", "POD_UID": "u", "K8S_NODE_NAME": "n", "CONTAINER_NAME": "main"}
	account := map[string]string{namespaceFile: "prod\n"}
	want(t, "account", detect(machine(pod, account), nil, "k8s"), "k8s.pod.name", "shop-1", "k8s.pod.uid", "u", "k8s.node.name", "n", "k8s.container.name", "main", "k8s.namespace.name", "prod")
	pod["POD_NAMESPACE"] = "test"
	if got := detect(machine(pod, account), nil, "k8s"); got["k8s.namespace.name"] != "test" {
		t.Errorf("got %v", got)
	}
	want(t, "no cluster", detect(machine(map[string]string{"NODE_NAME": "jenkins", "POD_NAME": "x"}, account), nil, "k8s"))
}

func TestClouds(t *testing.T) {
	for name, tt := range map[string]struct{ env, want []string }{
		"lambda": {[]string{"AWS_LAMBDA_FUNCTION_NAME=f", "AWS_LAMBDA_FUNCTION_VERSION=7", "AWS_LAMBDA_LOG_STREAM_NAME=s", "AWS_LAMBDA_LOG_GROUP_NAME=g", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=128", "AWS_REGION=eu-1"},
			[]string{"cloud.provider", "aws", "cloud.platform", "aws_lambda", "cloud.region", "eu-1", "faas.name", "f", "faas.version", "7", "faas.instance", "s", "faas.max_memory", "134217728",
				"aws.log.group.names", "[g]", "aws.log.stream.names", "[s]"}},
		"ecs":       {[]string{"ECS_CONTAINER_METADATA_URI_V4=http://169.254.170.2/v4/x", "AWS_EXECUTION_ENV=AWS_ECS_FARGATE", "AWS_REGION=r"}, []string{"cloud.provider", "aws", "cloud.platform", "aws_ecs", "cloud.region", "r", "aws.ecs.launchtype", "fargate"}},
		"run":       {[]string{"K_SERVICE=s", "K_REVISION=s-1", "K_CONFIGURATION=c"}, []string{"cloud.provider", "gcp", "cloud.platform", "gcp_cloud_run", "faas.name", "s", "faas.version", "s-1"}},
		"job":       {[]string{"CLOUD_RUN_JOB=j", "CLOUD_RUN_EXECUTION=j-1", "CLOUD_RUN_TASK_INDEX=3"}, []string{"cloud.provider", "gcp", "cloud.platform", "gcp_cloud_run", "faas.name", "j", "gcp.cloud_run.job.execution", "j-1", "gcp.cloud_run.job.task_index", "3"}},
		"functions": {[]string{"K_SERVICE=s", "K_REVISION=1", "FUNCTION_TARGET=Main"}, []string{"cloud.provider", "gcp", "cloud.platform", "gcp_cloud_functions", "faas.name", "s", "faas.version", "1"}},
		"engine":    {[]string{"GAE_SERVICE=s", "GAE_VERSION=1", "GAE_INSTANCE=i"}, []string{"cloud.provider", "gcp", "cloud.platform", "gcp_app_engine", "faas.name", "s", "faas.version", "1", "faas.instance", "i"}},
		"azure functions": {[]string{"WEBSITE_SITE_NAME=s", "FUNCTIONS_EXTENSION_VERSION=~4", "REGION_NAME=r", "WEBSITE_INSTANCE_ID=i", "WEBSITE_MEMORY_LIMIT_MB=x"},
			[]string{"cloud.provider", "azure", "cloud.platform", "azure.functions", "cloud.region", "r", "faas.name", "s", "faas.instance", "i"}},
		"app service":    {[]string{"WEBSITE_SITE_NAME=s", "REGION_NAME=r"}, []string{"cloud.provider", "azure", "cloud.platform", "azure.app_service", "cloud.region", "r"}},
		"container apps": {[]string{"CONTAINER_APP_NAME=a", "CONTAINER_APP_REVISION=a--1"}, []string{"cloud.provider", "azure", "cloud.platform", "azure.container_apps"}},
		"none":           {[]string{"AWS_REGION=r", "FUNCTION_TARGET=x", "K_SERVICE=s"}[:2], nil},
	} {
		env := map[string]string{}
		for _, line := range tt.env {
			n, v, _ := strings.Cut(line, "=")
			env[n] = v
		}
		want(t, name, detect(machine(env, nil), nil, "cloud", "faas"), tt.want...)
	}
}

func TestConfiguredAttributesHaveTheLastWord(t *testing.T) {
	got := detect(machine(nil, nil), []config.Attribute{
		{Name: "service.name", Value: "mine"}, {Name: "host.name", Value: "other"}, {Name: "n", Value: int64(1)}, {Name: "f", Value: 1.5}, {Name: "b", Value: true},
		{Name: "ss", Value: []string{"x"}}, {Name: "ns", Value: []int64{1}}, {Name: "fs", Value: []float64{1}}, {Name: "bs", Value: []bool{true}}, {Name: "", Value: "x"},
	}, "host")
	want(t, "configured", got, "service.name", "mine", "host.name", "other", "host.arch", "arm32", "n", "1", "f", "1.5", "b", "true", "ss", "[x]", "ns", "[1]", "fs", "[1]", "bs", "[true]")
}

func TestWhatIsDetectedCanBeChosen(t *testing.T) {
	out := map[string]string{}
	for _, v := range Detect(machine(nil, nil), []string{"process", "host"}, config.Selection{Included: []string{"process.*"}, Excluded: []string{"process.runtime.*", "*.name", "*.time"}},
		[]config.Attribute{{Name: "host.name", Value: "mine"}}) {
		out[v.Name()] = show(v)
	}
	want(t, "chosen", out, "process.pid", "42", "host.name", "mine")
}

func TestEachDetectorHasAName(t *testing.T) {
	for _, d := range detectors {
		if !slices.Contains(config.Detectors, d.name) {
			t.Errorf("%s is unknown to config", d.name)
		}
	}
	if len(detectors) != len(config.Detectors) {
		t.Errorf("%d detectors, %d names", len(detectors), len(config.Detectors))
	}
}

func TestThis(t *testing.T) {
	names := map[string]bool{}
	for _, v := range Detect(This(os.ReadFile), config.Detectors, config.Selection{}, nil) {
		names[v.Key().Name()] = true
	}
	for _, name := range []string{"service.name", "service.instance.id", "host.name", "os.type", "process.pid", "process.creation.time", "process.runtime.version"} {
		if !names[name] {
			t.Errorf("no %s", name)
		}
	}
}

func TestProgramName(t *testing.T) {
	for path, want := range map[string]string{
		"example.com/shop": "shop", "example.com/shop/v3": "shop", "example.com/shop/v3/cmd/server": "server", "example.com/v1": "v1",
		"example.com/shop/v0": "v0", "example.com/shop/v02": "v02", "example.com/shop/v12": "shop", "gopkg.in/yaml.v3": "yaml.v3",
		"v2": "v2", "shop": "shop", "example.com/video": "video", "example.com/shop/v": "v",
	} {
		if got := programName(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
