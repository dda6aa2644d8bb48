package resource

import (
	"strings"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

var (
	hostArch      = attr.Short("host.arch")
	hostName      = attr.Short("host.name")
	osDescription = attr.Short("os.description")
	osName        = attr.Short("os.name")
	osType        = attr.Short("os.type")
	osVersion     = attr.Short("os.version")
	containerID   = attr.Short("container.id")
	k8sContainer  = attr.Short("k8s.container.name")
	k8sNamespace  = attr.Short("k8s.namespace.name")
	k8sNode       = attr.Short("k8s.node.name")
	k8sPod        = attr.Short("k8s.pod.name")
	k8sPodUID     = attr.Short("k8s.pod.uid")
)

// archs are the conventions' names for Go's.
var archs = map[string]string{"386": "x86", "arm": "arm32", "ppc64le": "ppc64"}

// systems are the conventions' names for Go's.
var systems = map[string]string{"android": "linux", "illumos": "solaris", "ios": "darwin"}

func host(m *Machine, f *found) {
	if name, err := m.Hostname(); err == nil {
		f.text(hostName, name)
	}
	arch := m.Arch
	if named, ok := archs[arch]; ok {
		arch = named
	}
	f.text(hostArch, arch)
}

// operatingSystem reads os-release where there is one (freedesktop.org, os-release(5)).
func operatingSystem(m *Machine, f *found) {
	name := m.OS
	if named, ok := systems[name]; ok {
		name = named
	}
	f.text(osType, name)
	if m.OS != "linux" {
		return
	}
	text, err := m.ReadFile("/etc/os-release")
	if err != nil {
		if text, err = m.ReadFile("/usr/lib/os-release"); err != nil {
			return
		}
	}
	for _, line := range strings.Split(string(text), "\n") {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		value = strings.Trim(value, `"'`)
		switch name {
		case "NAME":
			f.text(osName, value)
		case "VERSION_ID":
			f.text(osVersion, value)
		case "PRETTY_NAME":
			f.text(osDescription, value)
		}
	}
}

// container finds the container's id: in the name of its control group, or, where that is hidden (version 2), in the source of a file
// that the engine mounts into it.
func container(m *Machine, f *found) {
	if m.OS != "linux" {
		return
	}
	if text, err := m.ReadFile("/proc/self/cgroup"); err == nil {
		for _, line := range strings.Split(string(text), "\n") {
			last := line[strings.LastIndexByte(line, '/')+1:]
			// docker-<id>.scope, cri-containerd-<id>.scope, <id>
			last = strings.TrimSuffix(last, ".scope")
			if id := last[strings.LastIndexAny(last, "-:")+1:]; isContainerID(id) {
				f.text(containerID, id)
				return
			}
		}
	}
	text, err := m.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return
	}
	for _, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line) // id, parent, device, root, mount point, … (proc(5))
		if len(fields) < 5 || fields[4] != "/etc/hostname" && fields[4] != "/etc/hosts" {
			continue
		}
		segments := strings.Split(fields[3], "/")
		for i := len(segments) - 1; i > 0; i-- {
			// …/sandboxes/<id>/hostname is that of the pod.
			if isContainerID(segments[i]) && segments[i-1] != "sandboxes" {
				f.text(containerID, segments[i])
				return
			}
		}
	}
}

// isContainerID says whether text is 64 hexadecimal digits.
func isContainerID(text string) bool {
	return len(text) == 64 && strings.Trim(text, "0123456789abcdef") == ""
}

// namespaceFile is where the account of a pod has its namespace.
const namespaceFile = "/var/run/secrets/kubernetes.io/serviceaccount/namespace"

// kubernetes reads what the downward API puts into the environment, under its usual names and those of OpenTelemetry's operator. Outside
// of a cluster these names mean other things.
func kubernetes(m *Machine, f *found) {
	if m.Getenv("KUBERNETES_SERVICE_HOST") == "" {
		return
	}
	f.text(k8sPod, m.first("POD_NAME", "K8S_POD_NAME", "OTEL_RESOURCE_ATTRIBUTES_POD_NAME"))
	f.text(k8sPodUID, m.first("POD_UID", "K8S_POD_UID", "OTEL_RESOURCE_ATTRIBUTES_POD_UID"))
	f.text(k8sNode, m.first("NODE_NAME", "K8S_NODE_NAME", "OTEL_RESOURCE_ATTRIBUTES_NODE_NAME"))
	f.text(k8sContainer, m.first("CONTAINER_NAME", "K8S_CONTAINER_NAME"))
	namespace := m.first("POD_NAMESPACE", "K8S_NAMESPACE", "K8S_NAMESPACE_NAME")
	if namespace == "" {
		if text, err := m.ReadFile(namespaceFile); err == nil {
			namespace = string(text)
		}
	}
	f.text(k8sNamespace, namespace)
}

// first gives the first of these variables that is set.
func (m *Machine) first(names ...string) string {
	for _, name := range names {
		if value := strings.TrimSpace(m.Getenv(name)); value != "" {
			return value
		}
	}
	return ""
}
