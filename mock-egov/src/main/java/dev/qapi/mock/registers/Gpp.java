package dev.qapi.mock.registers;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Charge;
import dev.qapi.mock.population.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Government Payment Portal: what is paid here closes a fine in VMMS a little later, and a bar in İAMAS after that. */
record Gpp(Government government, Search search) implements Operation.Register {

    private static final String PAYEE = "Dövlət Miqrasiya Xidməti";

    private record Bill(
            @Nullable RegisterNumber paymentNumber,
            String payee,
            String purpose,
            Manat amount,
            String state,
            LocalDate dueBy,
            @Nullable Instant paidAt,
            @Nullable String receipt) {}

    @Override
    public String name() {
        return "GPP";
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("/bills/search", this::bills, "/payments", this::payments);
    }

    private RegisterReply bills(ObjectNode request) {
        if (request.has("documentType")) {
            return search.person(request, "bills", (person, _) -> billsOf(person));
        }
        if (request.has("taxNumber")) {
            var employer =
                    government.country().employer(request.path("taxNumber").asString());
            return search.number(request, employer, List.of("bills"), (_, _) -> {});
        }
        var charge = charge(request);
        return search.number(
                request, charge, List.of("bills"), (body, it) -> body.set("bills", Json.of(List.of(bill(it)))));
    }

    private Stream<Bill> billsOf(Person person) {
        return government.bills(person).filter(it -> it.paymentNumber() != null).map(this::bill);
    }

    private Bill bill(Charge charge) {
        var payment = Optional.ofNullable(charge.paymentNumber())
                .flatMap(number -> government.journal().payment(number.reveal()));
        var state = switch (String.valueOf(charge.state())) {
            case "PAID" -> "PAID";
            case "LAPSED" -> "EXPIRED";
            default -> "OPEN";
        };
        return new Bill(
                charge.paymentNumber(),
                PAYEE,
                charge.clause(),
                charge.amount(),
                state,
                charge.dueBy(),
                payment.map(Deed.Paid::at).orElse(null),
                payment.map(Deed.Paid::receipt).orElse(null));
    }

    private Optional<Charge> charge(JsonNode request) {
        var owner = request.has("paymentNumber")
                ? government.ownerOf(request.path("paymentNumber").asString())
                : government
                        .country()
                        .byProtocolNumber(request.path("protocolNumber").asString());
        return owner.flatMap(person ->
                government.bills(person).filter(it -> Vmms.isOf(it, request)).findFirst());
    }

    /** Twice under one reference is once; what is paid is never paid again under another. */
    private RegisterReply payments(ObjectNode request) {
        var reference = request.path("clientReference").asString();
        var number = request.path("paymentNumber").asString();
        var amount = Manat.of(request.path("amount").asString());
        synchronized (government.journal()) {
            var before = government.journal().byReference(Deed.Paid.class, reference);
            return before.map(it -> it.paymentNumber().reveal().equals(number)
                                    && it.amount().equals(amount)
                            ? receipt(it)
                            : RegisterReply.refusal(
                                    422, "Payment.ReferenceUsed", "The reference stands for another payment."))
                    .orElseGet(() -> charge(request)
                            .map(bill -> pay(bill, amount, reference))
                            .orElseGet(() ->
                                    RegisterReply.refusal(404, "Payment.UnknownNumber", "No bill has this number.")));
        }
    }

    private RegisterReply pay(Charge bill, Manat amount, String reference) {
        if ("PAID".equals(bill.state())) {
            return RegisterReply.refusal(409, "Payment.NotOpen", "The bill is paid already.");
        }
        if ("LAPSED".equals(bill.state())) {
            return RegisterReply.refusal(409, "Payment.NotOpen", "The bill has expired.");
        }
        var number = bill.paymentNumber();
        if (!bill.amount().equals(amount) || number == null) {
            return RegisterReply.refusal(422, "Payment.AmountDiffers", "The bill is for another amount.");
        }
        return receipt(government.journal().once(Deed.Paid.class, reference, sequence -> {
            var now = government.now();
            var receipt = "GPP-%d-%08d".formatted(Baku.day(now).getYear(), sequence);
            return new Deed.Paid(reference, now, receipt, number, amount);
        }));
    }

    private static RegisterReply receipt(Deed.Paid paid) {
        return RegisterReply.ok(Json.object()
                .put("receipt", paid.receipt())
                .put("paymentNumber", paid.paymentNumber().reveal())
                .put("amount", paid.amount().toString())
                .put("paidAt", Json.text(paid.at())));
    }
}
