using System.Text;
using System.Text.Json;
using Utcp.Variables;

namespace Utcp.WebSockets;

/// <summary>What the placeholders of one message stand for.</summary>
/// <param name="arguments">The object of all arguments as JSON.</param>
/// <param name="slices">Where each argument's value stands in it.</param>
/// <param name="scope">The variables, and the tool's name.</param>
/// <param name="toolName">The tool's name as its provider knows it.</param>
/// <param name="requestId">The request's id.</param>
internal readonly ref struct MessageValues(ReadOnlySpan<byte> arguments, List<ArgumentSlice>? slices, VariableScope scope, string toolName, ReadOnlySpan<byte> requestId)
{
    public ReadOnlySpan<byte> Arguments { get; } = arguments;

    public ReadOnlySpan<byte> RequestId { get; } = requestId;

    /// <summary>The tool's name as its provider knows it.</summary>
    public string ToolName => toolName;

    public VariableScope Scope { get; } = scope;

    public IReadOnlyList<ArgumentSlice> Slices => slices ?? [];

    /// <summary>The value of an argument as JSON; empty when it is not given.</summary>
    public ReadOnlySpan<byte> Find(string name)
    {
        foreach (var slice in Slices)
        {
            if (slice.Name == name)
            {
                return Arguments.Slice(slice.Start, slice.Length);
            }
        }

        return default;
    }

    /// <summary>A JSON value as text: strings are their text, all else is compact JSON (D7).</summary>
    public static string TextOf(ReadOnlySpan<byte> json)
    {
        if (json is not [(byte)'"', ..])
        {
            return Encoding.UTF8.GetString(json);
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!;
    }

    public UtcpArgumentException Refuse(string argument, string what) => new($"{Scope.Tool}: the argument \"{argument}\" {what}.", Scope.Tool, argument);
}

/// <summary>Where the value of an argument stands.</summary>
internal readonly record struct ArgumentSlice(string Name, int Start, int Length);
