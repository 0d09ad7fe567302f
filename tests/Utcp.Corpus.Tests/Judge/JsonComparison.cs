using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Xml;

namespace Utcp.Corpus.Tests.Judge;

/// <summary>Compares what was read with what was written back, as JSON values: the order of members does not count, numbers are equal when their values are.</summary>
internal sealed class JsonComparison
{
    private readonly Func<IReadOnlyList<string?>, bool> _isDeclared;
    private readonly List<string?> _path = [];

    private JsonComparison(bool nullMayVanish, Func<IReadOnlyList<string?>, bool> isDeclared) => (NullMayVanish, _isDeclared) = (nullMayVanish, isDeclared);

    /// <summary>What differs, with its place; null when the values are equal.</summary>
    public string? Difference { get; private set; }

    /// <summary>The allowed differences that were met, by their name in the table.</summary>
    public SortedSet<string> Normalisations { get; } = new(StringComparer.Ordinal);

    private bool NullMayVanish { get; }

    /// <summary>Compares two JSON texts.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="written">What was written.</param>
    /// <param name="nullMayVanish">Whether an optional member that is null may be left out: types that are only received do not tell null from absent.</param>
    /// <param name="isDeclared">Whether the schema knows what stands at a path; what it does not know may be left out.</param>
    public static JsonComparison Of(string read, string written, bool nullMayVanish, Func<IReadOnlyList<string?>, bool> isDeclared)
    {
        var comparison = new JsonComparison(nullMayVanish, isDeclared);
        var options = new JsonDocumentOptions { MaxDepth = 512 };
        using var left = JsonDocument.Parse(read, options);
        using var right = JsonDocument.Parse(written, options);
        comparison.Compare(left.RootElement, right.RootElement, "$");
        return comparison;
    }

    private void Compare(JsonElement left, JsonElement right, string place)
    {
        if (Difference is not null)
        {
            return;
        }

        if (left.ValueKind != right.ValueKind)
        {
            Difference = $"{place}: {Short(left)} became {Short(right)}";
            return;
        }

        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                Objects(left, right, place);
                break;
            case JsonValueKind.Array when left.GetArrayLength() != right.GetArrayLength():
                Difference = $"{place}: {left.GetArrayLength()} items became {right.GetArrayLength()}";
                break;
            case JsonValueKind.Array:
                _path.Add(null);
                for (var i = 0; i < left.GetArrayLength(); i++)
                {
                    Compare(left[i], right[i], $"{place}[{i}]");
                }

                _path.RemoveAt(_path.Count - 1);
                break;
            case JsonValueKind.Number when !SameNumber(left, right):
            case JsonValueKind.String when left.GetString() != right.GetString() && !SameText(left.GetString()!, right.GetString()!):
                Difference = $"{place}: {Short(left)} became {Short(right)}";
                break;
        }
    }

    private void Objects(JsonElement left, JsonElement right, string place)
    {
        foreach (var member in left.EnumerateObject())
        {
            _path.Add(member.Name);
            if (right.TryGetProperty(member.Name, out var written))
            {
                Compare(member.Value, written, place + "." + member.Name);
            }
            else if (member.Value.ValueKind == JsonValueKind.Null && NullMayVanish)
            {
                Normalisations.Add("null left out");
            }
            else if (!_isDeclared(_path))
            {
                Normalisations.Add("undeclared member left out");
            }
            else
            {
                Difference ??= $"{place}.{member.Name}: {Short(member.Value)} is lost";
            }

            _path.RemoveAt(_path.Count - 1);
        }

        foreach (var member in right.EnumerateObject())
        {
            if (!left.TryGetProperty(member.Name, out _))
            {
                Difference ??= $"{place}.{member.Name}: {Short(member.Value)} was not there";
            }
        }
    }

    private bool SameNumber(JsonElement left, JsonElement right)
    {
        var (a, b) = (left.GetRawText(), right.GetRawText());
        if (a == b)
        {
            return true;
        }

        const NumberStyles Style = NumberStyles.Float;
        var isSame = decimal.TryParse(a, Style, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(b, Style, CultureInfo.InvariantCulture, out var y) ? x == y
            : BigInteger.TryParse(a, Style, CultureInfo.InvariantCulture, out var p) && BigInteger.TryParse(b, Style, CultureInfo.InvariantCulture, out var q) ? p == q
            : left.GetDouble().Equals(right.GetDouble());
        if (isSame)
        {
            Normalisations.Add("number in another form");
        }

        return isSame;
    }

    private bool SameText(string left, string right)
    {
        var name = IsInstant(left, out var x) && IsInstant(right, out var y) && x == y ? "date-time in another form"
            : IsTime(left, out var early) && IsTime(right, out var late) && early == late ? "time in another form"
            : IsDuration(left, out var a) && IsDuration(right, out var b) && a == b ? "duration in another form"
            : Guid.TryParse(left, out var p) && Guid.TryParse(right, out var q) && p == q ? "uuid in another form" : null;
        if (name is not null)
        {
            Normalisations.Add(name);
        }

        return name is not null;
    }

    private static bool IsInstant(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value) && text.Length > 10 && text[4] == '-';

    private static bool IsTime(string text, out TimeOnly value) => TimeOnly.TryParse(text.TrimEnd('Z'), CultureInfo.InvariantCulture, out value);

    private static bool IsDuration(string text, out TimeSpan value)
    {
        value = default;
        try
        {
            value = text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : default;
            return text.StartsWith('P');
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 120 ? text : text[..120] + "…";
    }
}
