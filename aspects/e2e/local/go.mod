module github.com/gots-dev/gots/aspects/e2e/local

go 1.24.0
