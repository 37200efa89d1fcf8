import HTTPCore
import Testing

@Suite struct MemoryBudgetTests {
  private static let mebibyte = 1 << 20

  @Test func `what is reserved is there once, and comes back with the reservation`() throws {
    let budget = MemoryBudget(limit: 1_000)
    var one = budget.reserve(600)
    #expect(one?.count == 600)
    #expect(budget.reserve(401) == nil)
    let other = try #require(budget.reserve(400))
    #expect(budget.used == 1_000)
    #expect(budget.refused == 1)
    one = nil
    #expect(budget.used == 400)
    withExtendedLifetime(other) {}
  }

  @Test func `a reservation grows as far as there is room, and always shrinks`() throws {
    let budget = MemoryBudget(limit: 1_000)
    let one = try #require(budget.reserve(100))
    let other = try #require(budget.reserve(500))
    #expect(one.resize(to: 500))
    #expect(!one.resize(to: 501))
    #expect(one.count == 500)
    #expect(one.resize(to: 0))
    #expect(budget.used == 500)
    #expect(other.resize(to: 1_000))
    #expect(budget.used == 1_000)
  }

  @Test func `large reservations leave a quarter to others`() throws {
    let budget = MemoryBudget(limit: 8 * Self.mebibyte)
    #expect(budget.largest == 6 * Self.mebibyte)
    #expect(budget.reserve(6 * Self.mebibyte + 1) == nil)
    let large = try #require(budget.reserve(6 * Self.mebibyte))
    #expect(budget.reserve(Self.mebibyte) == nil)
    let small = try #require(budget.reserve(Self.mebibyte - 1))
    // Growing to a large one is no way around.
    #expect(!small.resize(to: Self.mebibyte))
    withExtendedLifetime(large) {}
  }

  @Test(arguments: [Int.max, .max - 1, .min, -1])
  func `no size traps`(_ size: Int) throws {
    let budget = MemoryBudget(limit: 100)
    let reservation = try #require(budget.reserve(10))
    _ = budget.reserve(size)
    _ = reservation.resize(to: size)
    #expect(budget.used <= 100 && budget.used >= 0)
  }
}
