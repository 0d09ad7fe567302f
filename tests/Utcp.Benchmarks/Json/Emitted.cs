#pragma warning disable CS8618

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Benchmarks.Json.Emitted;

[JsonConverter(typeof(JsonModelConverter<Person>))]
public sealed partial record Person : IJsonModel<Person>
{
    private static readonly JsonNames s_names = new("id", "name", "email", "active", "score", "created", "visits", "note");

    public required long Id { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public required bool Active { get; init; }
    public required double Score { get; init; }
    public required DateTimeOffset Created { get; init; }
    public int? Visits { get; init; }
    public string? Note { get; init; }

    public Person()
    {
    }

    [SetsRequiredMembers]
    private Person(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Id = JsonRead.Int64(ref reader); break;
                case 1: Name = JsonRead.String(ref reader); break;
                case 2: Email = JsonRead.NullableString(ref reader); break;
                case 3: Active = JsonRead.Boolean(ref reader); break;
                case 4: Score = JsonRead.Double(ref reader); break;
                case 5: Created = JsonRead.DateTimeOffset(ref reader); break;
                case 6: Visits = JsonRead.NullableInt32(ref reader); break;
                case 7: Note = JsonRead.NullableString(ref reader); break;
            }
        }

        members.Require(0b111011);
    }

    static Person IJsonModel<Person>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Person>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.Int64(output, s_names, 0, Id);
        JsonWrite.String(output, s_names, 1, Name);
        JsonWrite.NullableString(output, s_names, 2, Email);
        JsonWrite.Boolean(output, s_names, 3, Active);
        JsonWrite.Double(output, s_names, 4, Score);
        JsonWrite.DateTimeOffset(output, s_names, 5, Created);
        JsonWrite.NullableInt32(output, s_names, 6, Visits);
        JsonWrite.NullableString(output, s_names, 7, Note);
        output.EndObject();
    }

    public bool Equals(Person? other) => JsonModel.AreEqual<Person>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Person>(this);
    public override string ToString() => JsonModel.TextOf<Person>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Person>(builder, this);
}

[JsonConverter(typeof(JsonModelConverter<Row>))]
public sealed partial record Row : IJsonModel<Row>
{
    private static readonly JsonNames s_names = new("id", "title", "amount", "quantity", "currency", "paid", "due", "comment", "tags");

    public required long Id { get; init; }
    public required string Title { get; init; }
    public required double Amount { get; init; }
    public required int Quantity { get; init; }
    public required string Currency { get; init; }
    public required bool Paid { get; init; }
    public required DateTimeOffset Due { get; init; }
    public string? Comment { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    public Row()
    {
    }

    [SetsRequiredMembers]
    private Row(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Id = JsonRead.Int64(ref reader); break;
                case 1: Title = JsonRead.String(ref reader); break;
                case 2: Amount = JsonRead.Double(ref reader); break;
                case 3: Quantity = JsonRead.Int32(ref reader); break;
                case 4: Currency = JsonRead.String(ref reader); break;
                case 5: Paid = JsonRead.Boolean(ref reader); break;
                case 6: Due = JsonRead.DateTimeOffset(ref reader); break;
                case 7: Comment = JsonRead.NullableString(ref reader); break;
                case 8: Tags = JsonRead.List<string, StringCodec>(ref reader); break;
            }
        }

        members.Require(0b101111111);
    }

    static Row IJsonModel<Row>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Row>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.Int64(output, s_names, 0, Id);
        JsonWrite.String(output, s_names, 1, Title);
        JsonWrite.Double(output, s_names, 2, Amount);
        JsonWrite.Int32(output, s_names, 3, Quantity);
        JsonWrite.String(output, s_names, 4, Currency);
        JsonWrite.Boolean(output, s_names, 5, Paid);
        JsonWrite.DateTimeOffset(output, s_names, 6, Due);
        JsonWrite.NullableString(output, s_names, 7, Comment);
        JsonWrite.List<string, StringCodec>(output, s_names, 8, Tags);
        output.EndObject();
    }

    public bool Equals(Row? other) => JsonModel.AreEqual<Row>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Row>(this);
    public override string ToString() => JsonModel.TextOf<Row>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Row>(builder, this);
}

[JsonConverter(typeof(JsonModelConverter<Page>))]
public sealed partial record Page : IJsonModel<Page>
{
    private static readonly JsonNames s_names = new("total", "next", "rows");

    public required int Total { get; init; }
    public string? Next { get; init; }
    public required IReadOnlyList<Row> Rows { get; init; }

    public Page()
    {
    }

    [SetsRequiredMembers]
    private Page(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Total = JsonRead.Int32(ref reader); break;
                case 1: Next = JsonRead.NullableString(ref reader); break;
                case 2: Rows = JsonRead.Models<Row>(ref reader); break;
            }
        }

        members.Require(0b101);
    }

    static Page IJsonModel<Page>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Page>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.Int32(output, s_names, 0, Total);
        JsonWrite.NullableString(output, s_names, 1, Next);
        JsonWrite.Models<Row>(output, s_names, 2, Rows);
        output.EndObject();
    }

    public bool Equals(Page? other) => JsonModel.AreEqual<Page>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Page>(this);
    public override string ToString() => JsonModel.TextOf<Page>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Page>(builder, this);
}

[JsonConverter(typeof(JsonModelConverter<Tree>))]
public sealed partial record Tree : IJsonModel<Tree>
{
    private static readonly JsonNames s_names = new("name", "depth", "child", "leaves");

    public required string Name { get; init; }
    public required int Depth { get; init; }
    public Tree? Child { get; init; }
    public required IReadOnlyList<Leaf> Leaves { get; init; }

    public Tree()
    {
    }

    [SetsRequiredMembers]
    private Tree(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Name = JsonRead.String(ref reader); break;
                case 1: Depth = JsonRead.Int32(ref reader); break;
                case 2: Child = JsonRead.NullableModel<Tree>(ref reader); break;
                case 3: Leaves = JsonRead.Models<Leaf>(ref reader); break;
            }
        }

        members.Require(0b1011);
    }

    static Tree IJsonModel<Tree>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Tree>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.String(output, s_names, 0, Name);
        JsonWrite.Int32(output, s_names, 1, Depth);
        JsonWrite.NullableModel<Tree>(output, s_names, 2, Child);
        JsonWrite.Models<Leaf>(output, s_names, 3, Leaves);
        output.EndObject();
    }

    public bool Equals(Tree? other) => JsonModel.AreEqual<Tree>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Tree>(this);
    public override string ToString() => JsonModel.TextOf<Tree>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Tree>(builder, this);
}

[JsonConverter(typeof(JsonModelConverter<Leaf>))]
public sealed partial record Leaf : IJsonModel<Leaf>
{
    private static readonly JsonNames s_names = new("key", "value");

    public required string Key { get; init; }
    public double? Value { get; init; }

    public Leaf()
    {
    }

    [SetsRequiredMembers]
    private Leaf(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Key = JsonRead.String(ref reader); break;
                case 1: Value = JsonRead.NullableDouble(ref reader); break;
            }
        }

        members.Require(0b1);
    }

    static Leaf IJsonModel<Leaf>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Leaf>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.String(output, s_names, 0, Key);
        JsonWrite.NullableDouble(output, s_names, 1, Value);
        output.EndObject();
    }

    public bool Equals(Leaf? other) => JsonModel.AreEqual<Leaf>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Leaf>(this);
    public override string ToString() => JsonModel.TextOf<Leaf>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Leaf>(builder, this);
}
