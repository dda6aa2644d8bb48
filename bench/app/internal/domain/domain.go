// Package domain knows every entity of the application. Written by bench/generate.mjs.
package domain

import (
	"errors"
	"fmt"
	"sort"

	"example.com/bench/internal/model"

	"example.com/bench/internal/domain/account"
	"example.com/bench/internal/domain/address"
	"example.com/bench/internal/domain/article"
	"example.com/bench/internal/domain/asset"
	"example.com/bench/internal/domain/booking"
	"example.com/bench/internal/domain/branch"
	"example.com/bench/internal/domain/campaign"
	"example.com/bench/internal/domain/carrier"
	"example.com/bench/internal/domain/contract"
	"example.com/bench/internal/domain/coupon"
	"example.com/bench/internal/domain/course"
	"example.com/bench/internal/domain/currency"
	"example.com/bench/internal/domain/customer"
	"example.com/bench/internal/domain/delivery"
	"example.com/bench/internal/domain/device"
	"example.com/bench/internal/domain/discount"
	"example.com/bench/internal/domain/document"
	"example.com/bench/internal/domain/employee"
	"example.com/bench/internal/domain/event"
	"example.com/bench/internal/domain/expense"
	"example.com/bench/internal/domain/feedback"
	"example.com/bench/internal/domain/invoice"
	"example.com/bench/internal/domain/item"
	"example.com/bench/internal/domain/journal"
	"example.com/bench/internal/domain/lease"
	"example.com/bench/internal/domain/ledger"
	"example.com/bench/internal/domain/location"
	"example.com/bench/internal/domain/meter"
	"example.com/bench/internal/domain/notice"
	"example.com/bench/internal/domain/order"
	"example.com/bench/internal/domain/payment"
	"example.com/bench/internal/domain/plan"
	"example.com/bench/internal/domain/product"
	"example.com/bench/internal/domain/project"
	"example.com/bench/internal/domain/quota"
	"example.com/bench/internal/domain/receipt"
	"example.com/bench/internal/domain/region"
	"example.com/bench/internal/domain/shipment"
	"example.com/bench/internal/domain/supplier"
	"example.com/bench/internal/domain/ticket"
	"example.com/bench/internal/domain/vehicle"
	"example.com/bench/internal/domain/warehouse"
)

type store[E any] interface {
	Put(E) (int, error)
	Get(model.ID) (E, error)
}

// sample returns a function that makes one entity, stores it twice and reads it back.
func sample[E any](s store[E], create func(string, int) (E, error), id func(E) model.ID) func() (model.ID, error) {
	return func() (model.ID, error) {
		e, err := create("sample", 3)
		if err != nil {
			return "", err
		}
		for want := 1; want <= 2; want++ {
			if version, err := s.Put(e); err != nil || version != want {
				return "", fmt.Errorf("put: version %d, want %d: %w", version, want, err)
			}
		}
		if _, err := create("", 3); err == nil {
			return "", errors.New("an empty text was accepted")
		}
		if _, err := s.Get("none"); !errors.Is(err, model.ErrNotFound) {
			return "", fmt.Errorf("an unknown ID: %w", err)
		}
		_, err = s.Get(id(e))
		return id(e), err
	}
}

var samples = map[string]func() (model.ID, error){
	"account":   sample(new(account.Store), account.New, func(e account.Account) model.ID { return e.ID }),
	"address":   sample(new(address.Store), address.New, func(e address.Address) model.ID { return e.ID }),
	"article":   sample(new(article.Store), article.New, func(e article.Article) model.ID { return e.ID }),
	"asset":     sample(new(asset.Store), asset.New, func(e asset.Asset) model.ID { return e.ID }),
	"booking":   sample(new(booking.Store), booking.New, func(e booking.Booking) model.ID { return e.ID }),
	"branch":    sample(new(branch.Store), branch.New, func(e branch.Branch) model.ID { return e.ID }),
	"campaign":  sample(new(campaign.Store), campaign.New, func(e campaign.Campaign) model.ID { return e.ID }),
	"carrier":   sample(new(carrier.Store), carrier.New, func(e carrier.Carrier) model.ID { return e.ID }),
	"contract":  sample(new(contract.Store), contract.New, func(e contract.Contract) model.ID { return e.ID }),
	"coupon":    sample(new(coupon.Store), coupon.New, func(e coupon.Coupon) model.ID { return e.ID }),
	"course":    sample(new(course.Store), course.New, func(e course.Course) model.ID { return e.ID }),
	"currency":  sample(new(currency.Store), currency.New, func(e currency.Currency) model.ID { return e.ID }),
	"customer":  sample(new(customer.Store), customer.New, func(e customer.Customer) model.ID { return e.ID }),
	"delivery":  sample(new(delivery.Store), delivery.New, func(e delivery.Delivery) model.ID { return e.ID }),
	"device":    sample(new(device.Store), device.New, func(e device.Device) model.ID { return e.ID }),
	"discount":  sample(new(discount.Store), discount.New, func(e discount.Discount) model.ID { return e.ID }),
	"document":  sample(new(document.Store), document.New, func(e document.Document) model.ID { return e.ID }),
	"employee":  sample(new(employee.Store), employee.New, func(e employee.Employee) model.ID { return e.ID }),
	"event":     sample(new(event.Store), event.New, func(e event.Event) model.ID { return e.ID }),
	"expense":   sample(new(expense.Store), expense.New, func(e expense.Expense) model.ID { return e.ID }),
	"feedback":  sample(new(feedback.Store), feedback.New, func(e feedback.Feedback) model.ID { return e.ID }),
	"invoice":   sample(new(invoice.Store), invoice.New, func(e invoice.Invoice) model.ID { return e.ID }),
	"item":      sample(new(item.Store), item.New, func(e item.Item) model.ID { return e.ID }),
	"journal":   sample(new(journal.Store), journal.New, func(e journal.Journal) model.ID { return e.ID }),
	"lease":     sample(new(lease.Store), lease.New, func(e lease.Lease) model.ID { return e.ID }),
	"ledger":    sample(new(ledger.Store), ledger.New, func(e ledger.Ledger) model.ID { return e.ID }),
	"location":  sample(new(location.Store), location.New, func(e location.Location) model.ID { return e.ID }),
	"meter":     sample(new(meter.Store), meter.New, func(e meter.Meter) model.ID { return e.ID }),
	"notice":    sample(new(notice.Store), notice.New, func(e notice.Notice) model.ID { return e.ID }),
	"order":     sample(new(order.Store), order.New, func(e order.Order) model.ID { return e.ID }),
	"payment":   sample(new(payment.Store), payment.New, func(e payment.Payment) model.ID { return e.ID }),
	"plan":      sample(new(plan.Store), plan.New, func(e plan.Plan) model.ID { return e.ID }),
	"product":   sample(new(product.Store), product.New, func(e product.Product) model.ID { return e.ID }),
	"project":   sample(new(project.Store), project.New, func(e project.Project) model.ID { return e.ID }),
	"quota":     sample(new(quota.Store), quota.New, func(e quota.Quota) model.ID { return e.ID }),
	"receipt":   sample(new(receipt.Store), receipt.New, func(e receipt.Receipt) model.ID { return e.ID }),
	"region":    sample(new(region.Store), region.New, func(e region.Region) model.ID { return e.ID }),
	"shipment":  sample(new(shipment.Store), shipment.New, func(e shipment.Shipment) model.ID { return e.ID }),
	"supplier":  sample(new(supplier.Store), supplier.New, func(e supplier.Supplier) model.ID { return e.ID }),
	"ticket":    sample(new(ticket.Store), ticket.New, func(e ticket.Ticket) model.ID { return e.ID }),
	"vehicle":   sample(new(vehicle.Store), vehicle.New, func(e vehicle.Vehicle) model.ID { return e.ID }),
	"warehouse": sample(new(warehouse.Store), warehouse.New, func(e warehouse.Warehouse) model.ID { return e.ID }),
}

// Samples makes one record of each entity and returns their IDs, sorted; entities that fail are left out.
func Samples() []model.ID {
	var ids []model.ID
	for _, run := range samples {
		if id, err := run(); err == nil {
			ids = append(ids, id)
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	return ids
}

// Check returns the errors of all entities.
func Check() error {
	var errs []error
	for name, run := range samples {
		if _, err := run(); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
	}
	return errors.Join(errs...)
}
