namespace Utcp.Corpus.Tests.Values;

/// <summary>
/// Makes the choices while one value is made (which branch, which enum value, null or not), and finds out which other choices there were.
/// The first value takes the first of everything; then each other possibility is taken once, and choices that it opens once more.
/// </summary>
internal sealed class Chooser
{
    private readonly IReadOnlyDictionary<string, int> _plan;
    private readonly List<(string Place, int Count)> _met = [];
    private readonly Dictionary<string, int> _visits = [];

    private Chooser(IReadOnlyDictionary<string, int> plan) => _plan = plan;

    /// <summary>Whether choices count at the moment; inside other named schemas they do not, as those have values of their own.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Runs a maker once per choice, at most so often.</summary>
    public static IEnumerable<T> Each<T>(Func<Chooser, T> make, int limit)
    {
        var queue = new Queue<IReadOnlyDictionary<string, int>>();
        queue.Enqueue(new Dictionary<string, int>());
        var seen = new HashSet<string>();
        for (var made = 0; made < limit && queue.Count > 0; made++)
        {
            var plan = queue.Dequeue();
            var chooser = new Chooser(plan);
            yield return make(chooser);
            foreach (var (place, count) in chooser._met.Where(choice => seen.Add(choice.Place)))
            {
                for (var i = 1; i < count; i++)
                {
                    queue.Enqueue(new Dictionary<string, int>(plan) { [place] = i });
                }
            }
        }
    }

    /// <summary>Chooses one of some possibilities.</summary>
    /// <param name="place">The place in the value that is being made.</param>
    /// <param name="count">How many there are.</param>
    public int Choose(string place, int count)
    {
        if (!IsOpen || count <= 1)
        {
            return 0;
        }

        var visit = _visits[place] = _visits.GetValueOrDefault(place) + 1;
        place = visit == 1 ? place : place + "#" + visit;
        _met.Add((place, count));
        return Math.Min(_plan.GetValueOrDefault(place), count - 1);
    }
}
