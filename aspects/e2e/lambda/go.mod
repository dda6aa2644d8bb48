module github.com/gots-dev/gots/aspects/e2e/lambda

go 1.24.0

require github.com/aws/aws-lambda-go v1.47.0
