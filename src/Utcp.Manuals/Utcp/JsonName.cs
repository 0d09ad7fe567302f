namespace Utcp.Manuals.Utcp;

/// <summary>A name in JSON text, escapes not decoded: no key that anyone looks for here needs them.</summary>
internal readonly struct JsonName(string text, int start, int length)
{
    public string Text => text.Substring(start, length);

    public bool Is(string name) => length == name.Length && string.CompareOrdinal(text, start, name, 0, length) == 0;
}
