package dev.qapi.gateway.audit;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;

/** What somebody does who can write to the store, but does not hold the secret. */
enum Tampering {
    CHANGES_A_FIELD {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var names = victim.keySet().stream()
                    .filter(name -> !List.of("chain", "sequence").contains(name))
                    .toList();
            var name = names.get(random.nextInt(names.size()));
            victim.put(name, other(Objects.requireNonNull(victim.get(name)), random));
            return Place.of(victim);
        }
    },
    ADDS_A_FIELD {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            victim.put("note" + random.nextInt(), random.nextInt());
            return Place.of(victim);
        }
    },
    TAKES_A_FIELD_AWAY {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var place = Place.of(victim);
            victim.remove(List.copyOf(victim.keySet().stream()
                            .filter(name -> !name.equals("chain"))
                            .toList())
                    .get(random.nextInt(victim.size() - 1)));
            return place;
        }
    },
    DELETES {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            stored.entries().remove(victim);
            return Place.of(victim);
        }
    },
    SLIPS_ONE_IN {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var another = new Document(victim);
            another.put("_id", UUID.randomUUID().toString());
            another.put("subject", "%064x".formatted(random.nextLong()));
            stored.entries().add(random.nextInt(stored.entries().size()), another);
            return Place.of(victim);
        }
    },
    REPLAYS {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var again = new Document(victim);
            stored.entries().add(random.nextInt(stored.entries().size()), again);
            return Place.of(victim);
        }
    },
    SWAPS_TWO {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var first = Place.of(victim);
            var other = anotherOf(stored, victim, random);
            var second = Place.of(other);
            victim.put("sequence", second.sequence());
            other.put("sequence", first.sequence());
            return new Place(first.chain(), Math.min(first.sequence(), second.sequence()));
        }
    },
    TRUNCATES {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var from = Place.of(victim);
            stored.entries().removeIf(entry -> {
                var place = Place.of(entry);
                return place.chain().equals(from.chain()) && place.sequence() >= from.sequence();
            });
            if (random.nextBoolean()) { // and what says how far it went
                stored.heads().removeIf(head -> from.chain().equals(head.get("_id")));
            }
            return from;
        }
    },
    MOVES_TO_ANOTHER_CHAIN {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var place = Place.of(victim);
            victim.put("chain", random.nextBoolean() ? UUID.randomUUID().toString() : anotherChain(stored, place));
            return place;
        }
    },
    MOVES_WITHIN_THE_CHAIN {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var from = Place.of(victim);
            var to = 1 + random.nextInt(100);
            victim.put("sequence", to == from.sequence() ? 0 : to);
            return new Place(from.chain(), Math.min(from.sequence(), number(victim)));
        }
    },
    CHANGES_A_HEAD {
        @Override
        Place act(StoredAudit stored, Document victim, Random random) {
            var head = stored.heads().get(random.nextInt(stored.heads().size()));
            head.put("sequence", number(head) - 1 - random.nextInt(5));
            return new Place(head.getString("_id"), 0);
        }
    };

    /** @param sequence 0 for the chain as a whole */
    record Place(String chain, long sequence) {
        static Place of(Document entry) {
            return new Place(entry.getString("chain"), number(entry));
        }
    }

    /** Where the verifier has to say that something is wrong. */
    abstract Place act(StoredAudit stored, Document victim, Random random);

    private static long number(Document document) {
        return Objects.requireNonNull((Number) document.get("sequence")).longValue();
    }

    private static Object other(Object value, Random random) {
        return switch (value) {
            case String it
            when !it.isEmpty() -> {
                var at = random.nextInt(it.length());
                yield it.substring(0, at) + (char) (it.charAt(at) ^ (1 << random.nextInt(5))) + it.substring(at + 1);
            }
            case Integer it -> it ^ (1 << random.nextInt(31));
            case Date it -> new Date(it.getTime() ^ (1L << random.nextInt(40)));
            default -> "x";
        };
    }

    private static Document anotherOf(StoredAudit stored, Document victim, Random random) {
        var others = stored.entries().stream()
                .filter(entry -> entry != victim && Objects.equals(entry.get("chain"), victim.get("chain")))
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    private static String anotherChain(StoredAudit stored, Place place) {
        return stored.entries().stream()
                .map(entry -> entry.getString("chain"))
                .filter(chain -> !chain.equals(place.chain()))
                .findFirst()
                .orElseThrow();
    }
}
