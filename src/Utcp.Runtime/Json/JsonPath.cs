using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Finds out where in a JSON text something is, by reading it again. Used for messages only.</summary>
public static class JsonPath
{
    private const int MaxNameLength = 100;

    /// <summary>The path of the value at a position, for example <c>$.days[2].high</c>.</summary>
    /// <param name="utf8">The JSON text; what follows the position need not be valid.</param>
    /// <param name="bytePosition">The index of a byte of the value, or of the name before it.</param>
    public static string At(ReadOnlySpan<byte> utf8, long bytePosition) => From(new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 }), bytePosition);

    /// <summary>The same, counted from the value that a reader stands on.</summary>
    internal static string From(Utf8JsonReader reader, long bytePosition)
    {
        var steps = new List<Step>();
        try
        {
            while (reader.TokenType == JsonTokenType.None || !Arrives(ref reader, bytePosition, steps))
            {
                if (!reader.Read())
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text is broken here: the element that would have come next is the one.
            if (steps.Count > 0 && steps[^1].Name is null && steps[^1].IsArray)
            {
                steps[^1].Index++;
            }
        }

        return Print(steps);
    }

    /// <summary>The exception that an entry point throws: message, path, line and column.</summary>
    internal static JsonException Locate(Exception exception, string message, ReadOnlySpan<byte> utf8, ref Utf8JsonReader reader)
    {
        if (exception is JsonException { LineNumber: { } line, BytePositionInLine: { } column })
        {
            // A syntax error: it concerns the token after the last one read.
            var broken = At(utf8, reader.BytesConsumed);
            return new($"{message} Path: {broken}.", broken, line, column, exception);
        }

        var path = At(utf8, reader.TokenStartIndex);
        var before = utf8[..(int)reader.TokenStartIndex];
        return new($"{message} at {path}", path, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'), exception);
    }

    /// <summary>Takes one token into account; true when it is the one at the position.</summary>
    private static bool Arrives(ref Utf8JsonReader reader, long bytePosition, List<Step> steps)
    {
        var here = bytePosition < reader.BytesConsumed;
        var parent = steps.Count > 0 ? steps[^1] : null;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                parent!.Name = reader.GetString();
                return here;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                if (!here && steps.Count > 0)
                {
                    steps[^1].Name = null;
                }

                return here || steps.Count == 0;
        }

        if (parent?.IsArray == true)
        {
            parent.Index++;
        }

        if (here)
        {
            return true;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            steps.Add(new() { IsArray = reader.TokenType == JsonTokenType.StartArray });
        }
        else if (parent is not null)
        {
            parent.Name = null;
        }

        return false;
    }

    private static string Print(List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step.IsArray)
            {
                if (step.Index >= 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
                }
            }
            else if (step.Name is { } name)
            {
                name = name.Length > MaxNameLength ? name[..MaxNameLength] + "..." : name;
                if (name.Length > 0 && name.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-' or '$' or '@'))
                {
                    path.Append('.').Append(name);
                }
                else
                {
                    path.Append("['").Append(name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
                }
            }
        }

        return path.ToString();
    }

    private sealed class Step
    {
        internal bool IsArray { get; init; }

        internal int Index { get; set; } = -1;

        internal string? Name { get; set; }
    }
}
