namespace Utcp.Generators.Analyzers.Code;

/// <summary>Whether a text can have a format of JSON Schema. Says no only where nobody could say yes.</summary>
internal static class FormatText
{
    public static bool Fits(string text, string format) => format switch
    {
        "email" => text.IndexOf('@') is var at && at > 0 && at < text.Length - 1 && !text.Any(c => c < ' '),
        "ipv4" => text.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is > 0 and <= 3 && part.All(c => c is >= '0' and <= '9') && int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) <= 255),
        "hostname" => text.Length is > 0 and <= 255 && !text.Any(c => c <= ' ' || "/:@?#\\".IndexOf(c) >= 0),
        _ => true,
    };
}
