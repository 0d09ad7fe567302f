#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A recursive record; nothing special.</summary>
[JsonConverter(typeof(JsonModelConverter<Node>))]
public sealed partial record Node : IJsonModel<Node>
{
    private static readonly JsonNames s_names = new("value", "next", "children");

    public long? Value { get; init; }
    public Node? Next { get; init; }
    public IReadOnlyList<Node>? Children { get; init; }

    public Node()
    {
    }

    [SetsRequiredMembers]
    private Node(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Value = JsonRead.NullableInt64(ref reader); break;
                case 1: Next = JsonRead.NullableModel<Node>(ref reader); break;
                case 2: Children = JsonRead.NullableModels<Node>(ref reader); break;
            }
        }
    }

    static Node IJsonModel<Node>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Node>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.NullableInt64(output, s_names, 0, Value);
        JsonWrite.NullableModel<Node>(output, s_names, 1, Next);
        JsonWrite.NullableModels<Node>(output, s_names, 2, Children);
        output.EndObject();
    }

    public bool Equals(Node? other) => JsonModel.AreEqual<Node>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Node>(this);
    public override string ToString() => JsonModel.TextOf<Node>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Node>(builder, this);
}
