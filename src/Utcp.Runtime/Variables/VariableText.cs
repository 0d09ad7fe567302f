using Utcp.Manuals.Utcp;

namespace Utcp.Variables;

/// <summary>A text of a manual that may refer to variables (UTCP section 5), read once.</summary>
internal sealed class VariableText
{
    private readonly string _text;
    private readonly Part[]? _parts;
    private Joined? _last;

    private VariableText(string text, Part[]? parts)
    {
        _text = text;
        _parts = parts;
    }

    /// <summary>The text, when it refers to no variable.</summary>
    public string? Constant => _parts is null ? _text : null;

    /// <summary>Reads a credential: there a bare <c>$NAME</c> that is all of it needs a value, like <c>${NAME}</c>.</summary>
    public static VariableText ParseCredential(string text) => Parse(text, isCredential: true);

    public static VariableText Parse(string text) => Parse(text, isCredential: false);

    private static VariableText Parse(string text, bool isCredential)
    {
        var references = VariableScanner.Scan(text);
        if (references.Count == 0)
        {
            return new(text, null);
        }

        var parts = new Part[references.Count + 1];
        var end = 0;
        for (var i = 0; i < references.Count; i++)
        {
            parts[i] = new(text[end..references[i].Start], references[i].Name, references[i].IsBraced || (isCredential && references[i].IsWhole(text)));
            end = references[i].Start + references[i].Length;
        }

        parts[^1] = new(text[end..], null, false);
        return new(text, parts);
    }

    /// <summary>The text with the variables' values. Values are not looked at again (D32).</summary>
    /// <exception cref="UtcpVariableException">A variable written <c>${NAME}</c> has no value.</exception>
    public string Resolve(VariableScope scope)
    {
        if (_parts is null)
        {
            return _text;
        }

        if (_parts.Length == 2)
        {
            return ResolveOne(scope, _parts[0], _parts[1].Before);
        }

        var texts = new string[_parts.Length * 2];
        for (var i = 0; i < _parts.Length; i++)
        {
            texts[i * 2] = _parts[i].Before;
            texts[(i * 2) + 1] = _parts[i].Variable is null ? "" : Value(scope, _parts[i]);
        }

        return string.Concat(texts);
    }

    /// <summary>What stands before the first variable.</summary>
    public string Prefix => _parts is null ? "" : _parts[0].Before;

    /// <summary>The names of the variables that need a value and have none.</summary>
    public IEnumerable<string> Missing(VariableScope scope) =>
        _parts is null ? [] : _parts.Where(part => part is { Variable: not null, Braced: true } && string.IsNullOrEmpty(scope.Find(part.Variable))).Select(part => scope.Binding.NameOf(part.Variable!));

    /// <summary>The name to blame when the resolved text is unusable.</summary>
    public string FirstVariable(VariableScope scope) => _parts is null ? "" : scope.Binding.NameOf(_parts[0].Variable!);

    private static string Value(VariableScope scope, Part part) =>
        part.Braced ? scope.Require(part.Variable!) : scope.Find(part.Variable!) ?? "$" + part.Variable;

    private string ResolveOne(VariableScope scope, Part part, string after)
    {
        var value = Value(scope, part);
        if (part.Before.Length == 0 && after.Length == 0)
        {
            return value;
        }

        // "Bearer ${TOKEN}" is joined once per token, not once per call.
        var last = _last;
        if (last is not null && ReferenceEquals(last.Value, value))
        {
            return last.Text;
        }

        last = new(value, string.Concat(part.Before, value, after));
        _last = last;
        return last.Text;
    }

    private readonly record struct Part(string Before, string? Variable, bool Braced);

    private sealed class Joined(string value, string text)
    {
        public string Value { get; } = value;

        public string Text { get; } = text;
    }
}
