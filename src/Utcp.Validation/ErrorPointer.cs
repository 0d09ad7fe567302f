using System.Globalization;
using System.Text.Json;
using NJsonSchema.Validation;

namespace Utcp.Validation;

/// <summary>Finds the JSON Pointer of an error. NJsonSchema writes paths as <c>#/a.b[0]</c>, where a dot may be part of a name, so they are read along the value.</summary>
internal static class ErrorPointer
{
    public static string Of(ValidationError error, JsonElement arguments)
    {
        var path = error.Path is { Length: > 0 } text ? text.StartsWith("#/", StringComparison.Ordinal) ? text[2..] : text.TrimStart('#') : "";
        return Read(path, arguments, error.Kind == ValidationErrorKind.PropertyRequired ? error.Property : null) ?? "";
    }

    /// <summary>The value at a pointer that was found here.</summary>
    public static JsonElement Find(JsonElement value, string pointer)
    {
        foreach (var part in pointer.Length == 0 ? [] : pointer[1..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            value = value.ValueKind == JsonValueKind.Array ? value[int.Parse(name, CultureInfo.InvariantCulture)] : value.GetProperty(name);
        }

        return value;
    }

    private static string? Read(string path, JsonElement value, string? missing)
    {
        if (path.Length == 0)
        {
            return "";
        }

        if (path[0] == '.')
        {
            return Read(path[1..], value, missing);
        }

        if (path[0] == '[' && value.ValueKind == JsonValueKind.Array && path.IndexOf(']', StringComparison.Ordinal) is > 0 and var close
            && int.TryParse(path.AsSpan(1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength())
        {
            return Joined(index.ToString(CultureInfo.InvariantCulture), Read(path[(close + 1)..], value[index], missing));
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (Rest(path, member.Name) is { } rest && Joined(SchemaTree.Escape(member.Name), Read(rest, member.Value, missing)) is { } found)
                {
                    return found;
                }
            }
        }

        return missing is not null && path == missing ? "/" + SchemaTree.Escape(missing) : null;
    }

    /// <summary>What follows a name at the start of a path, or null. Names with characters of paths stand in brackets.</summary>
    private static string? Rest(string path, string name)
    {
        foreach (var written in (ReadOnlySpan<string>)[name, $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']"])
        {
            if (path.StartsWith(written, StringComparison.Ordinal) && (path.Length == written.Length || path[written.Length] is '.' or '['))
            {
                return path[written.Length..];
            }
        }

        return null;
    }

    private static string? Joined(string name, string? rest) => rest is null ? null : "/" + name + rest;
}
