using System.Text.Json;
using Acme.Types;

namespace Utcp.Integration.Tests.Types;

/// <summary>Every row of the type table, sent to a server that sends it back: the bytes are the JSON that the schema asks for, and what comes back equals what was sent.</summary>
public sealed class EchoTests
{
    [Fact]
    public Task Scalars_keep_their_values() => EchoesAsync(
        new Scalars
        {
            Text = "Zoë \"quoted\" \u2028 😀",
            Flag = true,
            Number = 0.1,
            Integer = 9_007_199_254_740_993,
            Int32 = int.MinValue,
            Int64 = long.MaxValue,
            Decimal = 79228162514264337593543950335m,
            Moment = new DateTimeOffset(2026, 11, 20, 12, 30, 45, 678, TimeSpan.FromHours(1)),
            Date = new DateOnly(2026, 2, 28),
            Time = new TimeOnly(23, 59, 58),
            Duration = new TimeSpan(1, 2, 3, 4),
            Id = Guid.Parse("0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10"),
            Link = new Uri("https://example.com/a?b=c"),
            Bytes = new byte[] { 0, 255, 16 },
            Anything = JsonElement.Parse("""{"a":[1,null]}"""),
        },
        """
        {"text":"Zoë \"quoted\" \u2028 😀","flag":true,"number":0.1,"integer":9007199254740993,"int32":-2147483648,"int64":9223372036854775807,
        "decimal":79228162514264337593543950335,"moment":"2026-11-20T12:30:45.678+01:00","date":"2026-02-28","time":"23:59:58","duration":"P1DT2H3M4S",
        "id":"0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10","link":"https://example.com/a?b=c","bytes":"AP8Q","anything":{"a":[1,null]}}
        """,
        (client, value) => client.EchoScalarsAsync(value));

    [Fact]
    public async Task Absent_and_null_are_told_apart()
    {
        await EchoesAsync(
            new Presence { Required = "r", RequiredNullable = null, RequiredNumber = 0, RequiredNullableNumber = null },
            """{"required":"r","requiredNullable":null,"requiredNumber":0,"requiredNullableNumber":null}""",
            (client, value) => client.EchoPresenceAsync(value));

        var nulls = await EchoesAsync(
            new Presence
            {
                Required = "",
                RequiredNullable = "n",
                RequiredNumber = -1,
                RequiredNullableNumber = 2,
                OptionalNullable = null,
                OptionalNullableNumber = null,
                OptionalNullableRecord = null,
                OptionalList = [null, "x"],
            },
            """
            {"required":"","requiredNullable":"n","optionalNullable":null,"requiredNumber":-1,"requiredNullableNumber":2,"optionalNullableNumber":null,
            "optionalNullableRecord":null,"optionalList":[null,"x"]}
            """,
            (client, value) => client.EchoPresenceAsync(value));
        Assert.True(nulls.OptionalNullable.HasValue);
        Assert.Null(nulls.OptionalNullable.Value);
        Assert.Null(nulls.Optional);

        await EchoesAsync(
            new Presence
            {
                Required = "r",
                RequiredNullable = null,
                RequiredNumber = 0,
                RequiredNullableNumber = 0,
                Optional = "o",
                OptionalNullable = "on",
                OptionalNumber = 1,
                OptionalNullableNumber = 2,
                OptionalNullableRecord = new Inner { A = 3 },
                OptionalList = [],
            },
            """
            {"required":"r","requiredNullable":null,"optional":"o","optionalNullable":"on","requiredNumber":0,"requiredNullableNumber":0,"optionalNumber":1,
            "optionalNullableNumber":2,"optionalNullableRecord":{"a":3},"optionalList":[]}
            """,
            (client, value) => client.EchoPresenceAsync(value));
    }

    [Fact]
    public async Task Enums_and_constants()
    {
        var answer = await EchoesAsync(
            new Enums { Color = Color.LightBlue, Level = Level.High, Colors = [Color.Red, "mauve"], Maybe = Mood.Good },
            """{"color":"light-blue","level":5,"kind":"sample","version":3,"colors":["red","mauve"],"maybe":"good"}""",
            (client, value) => client.EchoEnumsAsync(value));
        Assert.True(answer.Color.IsKnown);
        Assert.Equal("sample", answer.Kind);
        Assert.Equal(3, answer.Version);
    }

    [Fact]
    public async Task Values_that_an_enum_does_not_know_survive()
    {
        var answer = await EchoesAsync(
            new Enums { Color = "ultraviolet", Level = (Level)4, Maybe = null },
            """{"color":"ultraviolet","level":4,"kind":"sample","version":3,"maybe":null}""",
            (client, value) => client.EchoEnumsAsync(value));
        Assert.False(answer.Color.IsKnown);
        Assert.Equal("ultraviolet", answer.Color.Value);
        Assert.Equal("other", answer.Color.Value switch
        {
            Color.Values.Red => "red",
            _ => "other",
        });
    }

    [Fact]
    public async Task A_union_holds_any_of_its_cases()
    {
        var text = await EchoesAsync(new Envelope { Value = "t" }, """{"value":"t"}""", (client, value) => client.EchoUnionAsync(value));
        Assert.True(text.Value.TryGetString(out var found));
        Assert.Equal("t", found);

        var number = await EchoesAsync(new Envelope { Value = 5, Extra = null }, """{"value":5,"extra":null}""", (client, value) => client.EchoUnionAsync(value));
        Assert.True(number.Value.TryGetInt64(out var integer));
        Assert.Equal(5, integer);

        var point = await EchoesAsync(
            new Envelope { Value = new Point { X = 1.5, Y = -2 }, Extra = 7, Mixed = [true, 1.5, "x"] },
            """{"value":{"x":1.5,"y":-2},"extra":7,"mixed":[true,1.5,"x"]}""",
            (client, value) => client.EchoUnionAsync(value));
        Assert.Equal("point 1.5", point.Value.Match(
            text => "text", integer => "integer", point => FormattableString.Invariant($"point {point.X}"), list => "list", other => "other"));
        Assert.True(point.Mixed![1].TryGetDouble(out _));

        var list = await EchoesAsync(new Envelope { Value = new Content(["a", "b"]) }, """{"value":["a","b"]}""", (client, value) => client.EchoUnionAsync(value));
        Assert.True(list.Value.TryGetStringList(out var items));
        Assert.Equal(["a", "b"], items);

        var other = await EchoesAsync(new Envelope { Value = new Content(JsonElement.Parse("""{"z":1}""")) }, """{"value":{"z":1}}""", (client, value) => client.EchoUnionAsync(value));
        Assert.Equal("""{"z":1}""", other.Value.Match(text => "", integer => "", point => "", list => "", rest => rest.GetRawText()));
    }

    [Fact]
    public async Task A_hierarchy_keeps_cases_that_it_does_not_know()
    {
        var answer = await EchoesAsync(
            new Drawing
            {
                Shapes = [new Circle { Radius = 2 }, new Square { Side = 3, Label = null }, new Shape.Unknown(JsonElement.Parse("""{"kind":"star","points":5}"""))],
                Main = new Square { Side = 1 },
            },
            """
            {"shapes":[{"kind":"circle","radius":2},{"kind":"square","side":3,"label":null},{"kind":"star","points":5}],"main":{"kind":"square","side":1}}
            """,
            (client, value) => client.EchoShapesAsync(value));
        Assert.Equal(2, Assert.IsType<Circle>(answer.Shapes[0]).Radius);
        Assert.IsType<Square>(answer.Shapes[1]);
        Assert.Equal(5, Assert.IsType<Shape.Unknown>(answer.Shapes[2]).Value.GetProperty("points").GetInt32());
    }

    [Fact]
    public async Task The_discriminator_may_come_last()
    {
        await using var provider = await Provider.StartAsync("""{"shapes":[{"radius":2,"kind":"circle"}]}""");
        var answer = await provider.Client<TypesClient>().EchoShapesAsync(new Drawing { Shapes = [] });
        Assert.Equal(new Circle { Radius = 2 }, Assert.Single(answer.Shapes));
    }

    [Fact]
    public Task Maps_and_additional_properties() => EchoesAsync(
        new Maps
        {
            Counts = new Dictionary<string, long> { ["a"] = 1, ["ö/~\""] = 2 },
            People = new Dictionary<string, Person> { ["x"] = new() { Name = "X" } },
            Free = JsonElement.Parse("""{"any":true}"""),
            Nested = new Dictionary<string, IReadOnlyList<double>> { ["n"] = [1, 2.5], ["empty"] = [] },
            AdditionalProperties = new Dictionary<string, string> { ["other"] = "o" },
        },
        """
        {"counts":{"a":1,"ö/~\"":2},"people":{"x":{"name":"X"}},"free":{"any":true},"nested":{"n":[1,2.5],"empty":[]},"other":"o"}
        """,
        (client, value) => client.EchoMapsAsync(value));

    [Fact]
    public async Task Tuples()
    {
        await EchoesAsync(
            new Track { Start = new Position { Latitude = 1, Longitude = 2.5, Name = "home", Rest = [3, 4] } },
            """{"start":[1,2.5,"home",3,4]}""",
            (client, value) => client.EchoTupleAsync(value));
        await EchoesAsync(
            new Track { Start = new Position { Latitude = 1, Longitude = 2 } },
            """{"start":[1,2]}""",
            (client, value) => client.EchoTupleAsync(value));
    }

    [Fact]
    public Task Recursion() => EchoesAsync(
        new Tree { Root = new Node { Name = "1", Children = [new Node { Name = "2", Parent = new Node { Name = "1" } }, new Node { Name = "3", Parent = null, Children = [] }] } },
        """{"root":{"name":"1","children":[{"name":"2","parent":{"name":"1"}},{"name":"3","children":[],"parent":null}]}}""",
        (client, value) => client.EchoTreeAsync(value));

    [Fact]
    public Task Merged_schemas() => EchoesAsync(
        new Employee { Name = "E", Salary = 1234.50m },
        """{"name":"E","salary":1234.50}""",
        (client, value) => client.EchoMergedAsync(value));

    [Fact]
    public Task Names_that_are_no_identifiers() => EchoesAsync(
        new Names { Class = "c", ClassValue = "C", SnakeCase = 1, KebabCase = 2, WithSpace = 3, _1st = 4, NamesValue = "n", Price = 5, Été = "é" },
        """{"class":"c","Class":"C","snake_case":1,"kebab-case":2,"with space":3,"1st":4,"names":"n","$price":5,"été":"é"}""",
        (client, value) => client.EchoNamesAsync(value));

    [Fact]
    public void Records_are_equal_by_what_they_hold()
    {
        var one = new Enums { Color = Color.Red, Level = Level.Low, Colors = [Color.Red] };
        var same = new Enums { Color = "red", Level = (Level)1, Colors = new List<Color> { "red" } };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, same with { Colors = [] });
        Assert.NotEqual(one, same with { Colors = null });
    }

    [Fact]
    public void Records_work_in_the_callers_own_serializer()
    {
        Assert.False(JsonSerializer.IsReflectionEnabledByDefault);
        var person = new Person { Name = "X" };
        var json = JsonSerializer.Serialize(person, Infos.Of<Person>());
        Assert.Equal("""{"name":"X"}""", json);
        Assert.Equal(person, JsonSerializer.Deserialize(json, Infos.Of<Person>()));
    }

    private static async Task<T> EchoesAsync<T>(T value, string json, Func<TypesClient, T, Task<T>> call)
        where T : IEquatable<T>
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Body, request["Content-Type"]));
        var answer = await call(provider.Client<TypesClient>(), value);
        Assert.Equal("POST /echo", provider.Only.Line);
        AssertJson(json.ReplaceLineEndings(""), provider.Only.Text);
        Assert.Equal(value, answer);
        Assert.Equal(value.GetHashCode(), answer.GetHashCode());
        return answer;
    }

    // Compact, in the order of the schema, numbers as expected; only the choice of escapes is left to the writer.
    private static void AssertJson(string expected, string actual) =>
        Assert.Equal(Normal(expected), Normal(actual));

    private static string Normal(string json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            JsonElement.Parse(json).WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
