module github.com/gots-dev/gots/aspects

go 1.22.0
