// Package hooks can be imported, so that its module stays required.
package hooks
