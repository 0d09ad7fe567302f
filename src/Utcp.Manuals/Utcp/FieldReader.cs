using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>
/// Reads the fields of one object of a manual. <c>null</c> counts as absent (D1). A field that shapes the request and cannot be read sets <see cref="Failed"/>;
/// any other is reported and gets its default.
/// </summary>
internal sealed class FieldReader
{
    private const int MaxUnknown = 100;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly string _owner;

    /// <summary>Creates a reader.</summary>
    /// <param name="value">The object.</param>
    /// <param name="owner">What the object is, with its article, for messages: "a tool", "an http call template".</param>
    /// <param name="problems">Where problems go.</param>
    public FieldReader(JsonValue value, string owner, ProblemList problems)
    {
        Value = value;
        _owner = owner;
        _problems = problems;
    }

    public JsonValue Value { get; }

    /// <summary>Whether the object cannot be used.</summary>
    public bool Failed { get; private set; }

    public bool IsKnown(string name) => _known.Contains(name);

    /// <summary>Declares fields that somebody else reads.</summary>
    public void Know(params string[] names) => _known.UnionWith(names);

    /// <summary>The value of a field, or null when it is absent or <c>null</c>.</summary>
    public JsonValue? Find(string name)
    {
        _known.Add(name);
        return Value[name] is { IsNull: false } found ? found : null;
    }

    /// <summary>Whether a field is there, be it <c>null</c>.</summary>
    public bool Has(string name)
    {
        _known.Add(name);
        return Value[name] is not null;
    }

    public void Fail(string code, JsonValue at, string message)
    {
        _problems.Add(code, at, message);
        Failed = true;
    }

    /// <summary>Gives the object up after a problem that is reported already.</summary>
    public void Abandon() => Failed = true;

    public void Warn(string code, JsonValue at, string message) => _problems.Add(code, at, message);

    /// <summary>A text that shapes the request.</summary>
    public JsonValue? Text(string name)
    {
        var found = Find(name);
        if (found is null || found.IsString)
        {
            return found;
        }

        Fail(ProblemCodes.InvalidField, found, $"'{name}' must be a string; it is {KindOf(found)}.");
        return null;
    }

    /// <summary>A text that must be there and not empty.</summary>
    public JsonValue? RequiredText(string name, string code = ProblemCodes.MissingField)
    {
        if (Find(name) is null)
        {
            Fail(code, Value, $"'{name}' is missing, which {_owner} needs: add it.");
            return null;
        }

        var text = Text(name);
        if (text is { Text.Length: 0 })
        {
            Fail(code == ProblemCodes.MissingField ? ProblemCodes.InvalidField : code, text, $"'{name}' must not be empty.");
            return null;
        }

        return text;
    }

    /// <summary>A text for people.</summary>
    public string? Note(string name)
    {
        var found = Find(name);
        if (found is null || found.IsString)
        {
            return found?.Text;
        }

        Warn(ProblemCodes.InvalidField, found, $"'{name}' must be a string; it is {KindOf(found)}, and is ignored.");
        return null;
    }

    /// <summary>A version: a string, or a number that somebody forgot to quote.</summary>
    public string? Version(string name)
    {
        var found = Find(name);
        if (found is { Kind: JsonKind.Number })
        {
            Warn(ProblemCodes.InvalidField, found, $"'{name}' must be a string: write \"{Shorten(found.Text)}\".");
            return found.Text;
        }

        return Note(name);
    }

    public bool Boolean(string name, bool fallback)
    {
        var found = Find(name);
        if (found is null || found.IsBoolean)
        {
            return found is null ? fallback : found.Kind == JsonKind.True;
        }

        Warn(ProblemCodes.InvalidField, found, $"'{name}' must be true or false; it is {KindOf(found)}, and {(fallback ? "true" : "false")} is used.");
        return fallback;
    }

    /// <summary>An integer in a range; null when absent or wrong.</summary>
    public long? Integer(string name, long minimum, long maximum)
    {
        var found = Find(name);
        if (found is null)
        {
            return null;
        }

        if (found.Kind == JsonKind.Number && TryReadInteger(found.Text, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Warn(ProblemCodes.InvalidField, found, string.Format(CultureInfo.InvariantCulture, "'{0}' must be an integer from {1} to {2}; it is ignored.", name, minimum, maximum));
        return null;
    }

    /// <summary>A text from a closed list that shapes the request.</summary>
    public string? Choice(string name, params string[] choices)
    {
        var text = Text(name);
        if (text is null || Array.IndexOf(choices, text.Text) >= 0)
        {
            return text?.Text;
        }

        Fail(ProblemCodes.InvalidField, text, $"'{name}' must be one of {string.Join(", ", choices)}; it is {Quoted.Text(text.Text)}.");
        return null;
    }

    /// <summary>A list of texts that shapes the request; null when absent.</summary>
    public IReadOnlyList<JsonValue>? TextList(string name)
    {
        var found = Find(name);
        if (found is null)
        {
            return null;
        }

        if (!found.IsArray)
        {
            Fail(ProblemCodes.InvalidField, found, $"'{name}' must be an array of strings; it is {KindOf(found)}.");
            return null;
        }

        foreach (var item in found.Items)
        {
            if (!item.IsString)
            {
                Fail(ProblemCodes.InvalidField, item, $"'{name}' must hold strings only; this is {KindOf(item)}.");
            }
        }

        return found.Items;
    }

    /// <summary>Reports every field that nobody asked for.</summary>
    /// <param name="hints">What to do instead of a field that is often written; its text follows the message.</param>
    public void ReportUnknown(IReadOnlyDictionary<string, string> hints)
    {
        var count = 0;
        foreach (var member in Value.Members)
        {
            // Editors read "$schema" and "$comment"; "x-" marks extensions everywhere else.
            if (_known.Contains(member.Name) || member.Name.StartsWith("$", StringComparison.Ordinal) || member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (++count > MaxUnknown)
            {
                _problems.Add(ProblemCodes.UnknownField, member.NameSpan, $"This field of {_owner} and all further unknown ones are ignored without a report for each.");
                return;
            }

            var advice = hints.TryGetValue(member.Name, out var hint) ? " " + hint
                : NearMiss.Find(member.Name, _known) is { } near ? $" Did you mean '{near}'?"
                : "";
            _problems.Add(ProblemCodes.UnknownField, member.NameSpan, $"{Quoted.Text(member.Name)} is not a field of {_owner} and is ignored.{advice}");
        }
    }

    public static string KindOf(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.True or JsonKind.False => "a boolean",
        JsonKind.Number => "a number",
        JsonKind.String => "a string",
        JsonKind.Array => "an array",
        _ => "an object",
    };

    // JSON has one kind of number, so 30.0 and 3e1 are integers too.
    private static bool TryReadInteger(string text, out long number)
    {
        number = 0;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && decimal.Truncate(value) == value && value is >= long.MinValue and <= long.MaxValue && (number = (long)value) == value;
    }

    private static string Shorten(string text) => text.Length <= 20 ? text : text.Substring(0, 20) + "…";
}
