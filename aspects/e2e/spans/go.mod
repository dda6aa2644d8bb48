module github.com/gots-dev/gots/aspects/e2e/spans

go 1.24.0
