using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Fields that several call templates share.</summary>
internal static class HttpFields
{
    /// <summary>The longest time that a template may ask for: a day.</summary>
    public const long MaxMilliseconds = 86_400_000;

    /// <summary>The method in upper case. The specification has five, all upper case; any token is accepted, lower case with a warning (case 47).</summary>
    public static string Method(FieldReader fields)
    {
        var value = fields.Text("http_method");
        if (value is null)
        {
            return "GET";
        }

        var method = value.Text.ToUpperInvariant();
        if (!HeaderPolicy.IsToken(value.Text) || method is "CONNECT")
        {
            fields.Fail(ProblemCodes.InvalidField, value, $"'http_method' must be a method such as GET or POST; it is {Quoted.Text(value.Text)}.");
        }
        else if (method != value.Text)
        {
            fields.Warn(ProblemCodes.InvalidField, value, $"'http_method' must be upper case: write \"{method}\".");
        }

        return method;
    }

    public static string? BodyField(FieldReader fields, string? fallback)
    {
        if (!fields.Has("body_field"))
        {
            return fallback;
        }

        var value = fields.Text("body_field");
        if (value is { Text.Length: 0 })
        {
            fields.Warn(ProblemCodes.InvalidField, value, "'body_field' must name an input, or be null when no input is the body; it is read as null.");
        }

        return value is { Text.Length: > 0 } ? value.Text : null;
    }

    public static string ContentType(FieldReader fields, string fallback)
    {
        var value = fields.Text("content_type");
        if (value is null)
        {
            return fallback;
        }

        if (VariableScanner.Scan(value.Text).Count == 0 && !IsMediaType(value.Text))
        {
            fields.Fail(ProblemCodes.InvalidField, value, $"'content_type' must be a media type such as application/json; it is {Quoted.Text(value.Text)}.");
        }

        return value.Text;
    }

    public static TimeSpan? Milliseconds(FieldReader fields, string name) =>
        fields.Integer(name, 0, MaxMilliseconds) is { } number and > 0 ? TimeSpan.FromMilliseconds(number) : null;

    public static IReadOnlyList<string>? Protocols(FieldReader fields)
    {
        var items = fields.TextList("allowed_communication_protocols");
        if (items is null)
        {
            return null;
        }

        var protocols = new List<string>(items.Count);
        foreach (var item in items)
        {
            protocols.Add(item.Text);
        }

        return protocols;
    }

    private static bool IsMediaType(string text)
    {
        var semicolon = text.IndexOf(';');
        var essence = (semicolon < 0 ? text : text.Substring(0, semicolon)).Trim();
        var slash = essence.IndexOf('/');
        return slash > 0 && HeaderPolicy.IsToken(essence.Substring(0, slash)) && HeaderPolicy.IsToken(essence.Substring(slash + 1)) && HeaderPolicy.IsValue(text);
    }
}
