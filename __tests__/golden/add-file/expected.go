package account

type Account struct{ balance int }

func Open() *Account { return &Account{balance: 1} }
