namespace Utcp.Manuals.Tests.Schemas;

/// <summary>Schemas with a discriminator and no choice of their own: the schemas that include them are the choice.</summary>
public sealed class HierarchyTests
{
    private const string Pet = """ "type":"object","required":["kind"],"properties":{"kind":{"type":"string"},"name":{"type":"string"} } """;

    [Theory]
    [InlineData("""{"propertyName":"kind"}""", "Cat | Dog")]
    [InlineData("\"kind\"", "Cat | Dog")]
    [InlineData("""{"propertyName":"kind","mapping":{"dog":"#/definitions/Dog","hound":"Dog"} }""", "Cat | dog,hound")]
    [InlineData("""{"propertyName":"kind","mapping":{"pet":"#/definitions/Pet"} }""", "Cat | Dog | pet")]
    public void Cases_are_the_schemas_that_include_the_base(string discriminator, string tags)
    {
        var reading = Read(discriminator, """ "Cat":{"allOf":[{"$ref":"#/definitions/Pet"},{"properties":{"lives":{"type":"integer"} } }]},"Dog":{"allOf":[{"$ref":"#/definitions/Pet"}]} """);

        Assert.Equal("[->/definitions/Pet]", SchemaText.Of(reading.Schema));
        Assert.StartsWith("(->/definitions/Cat | ->/definitions/Dog", reading.Named("/definitions/Pet"), StringComparison.Ordinal);
        Assert.EndsWith(" by kind: " + tags, reading.Named("/definitions/Pet"), StringComparison.Ordinal);
        Assert.Equal("{kind!: string, name: string, lives: integer}", reading.Named("/definitions/Cat"));
        Assert.Equal("{kind!: string, name: string}", reading.Named("/definitions/Dog"));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_base_that_is_a_case_too_keeps_its_properties()
    {
        var reading = Read("""{"propertyName":"kind","mapping":{"pet":"Pet"} }""", """ "Cat":{"allOf":[{"$ref":"#/definitions/Pet"}]} """);

        Assert.Equal("(->/definitions/Cat | ->/definitions/Pet/~) by kind: Cat | pet", reading.Named("/definitions/Pet"));
        Assert.Equal("{kind!: string, name: string}", reading.Named("/definitions/Pet/~"));
        Assert.Equal("PlainPet", reading.Set.All["/definitions/Pet/~"].Name);
    }

    [Fact]
    public void What_a_case_says_of_its_tag_goes_before_its_name()
    {
        var reading = Read("\"kind\"", """
            "Cat":{"allOf":[{"$ref":"#/definitions/Pet"},{"properties":{"kind":{"enum":["cat","kitten"]} } }]},
            "Dog":{"allOf":[{"$ref":"#/definitions/Pet"}],"x-ms-discriminator-value":"#Dog"}
            """);

        Assert.EndsWith("by kind: cat,kitten | #Dog", reading.Named("/definitions/Pet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CatRequest, DogRequest", "CatRequest | DogRequest")]
    [InlineData("cat_request, DOG-REQUEST", "cat_request | DOG-REQUEST")]
    [InlineData("Cat, Dog", "Cat | Dog")]
    [InlineData("cat, catRe, Bird", "CatRequest | DogRequest")]
    public void A_tag_that_the_base_does_not_allow_is_the_one_that_the_name_is_made_of(string allowed, string tags)
    {
        var values = string.Join(",", allowed.Split(", ").Select(text => $"\"{text}\""));
        var reading = new SchemaReading($$"""
            {"type":"array","items":{"$ref":"#/definitions/Pet"},"definitions":{
              "Pet":{"type":"object","properties":{"kind":{"$ref":"#/definitions/Kind"} },"discriminator":{"propertyName":"kind"} },"Kind":{"type":"string","enum":[{{values}}]},
              "CatRequest":{"allOf":[{"$ref":"#/definitions/Pet"}]},"DogRequest":{"allOf":[{"$ref":"#/definitions/Pet"}]} } }
            """);

        Assert.EndsWith(" by kind: " + tags, reading.Named("/definitions/Pet"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_between_others_leads_to_the_same_choice()
    {
        var reading = new SchemaReading($$"""
            {"type":"object","properties":{"all":{"$ref":"#/definitions/Pet"},"cats":{"$ref":"#/definitions/Cat"} },"definitions":{
              "Pet":{ {{Pet}},"discriminator":"kind"},"Cat":{"allOf":[{"$ref":"#/definitions/Pet"}],"discriminator":"kind"},
              "Lion":{"allOf":[{"$ref":"#/definitions/Cat"},{"properties":{"mane":{"type":"boolean"} } }]} } }
            """);

        Assert.Same(reading.Set.All["/definitions/Pet"], reading.Set.All["/definitions/Cat"]);
        Assert.Equal("(->/definitions/Cat/~ | ->/definitions/Lion) by kind: Cat | Lion", reading.Named("/definitions/Pet"));
        Assert.Equal(("Cat", "{kind!: string, name: string}"), (reading.Set.All["/definitions/Cat/~"].Name, reading.Named("/definitions/Cat/~")));
    }

    [Fact]
    public void A_schema_that_includes_a_case_is_no_reason_to_call_the_case_something_else()
    {
        var reading = Read("""{"propertyName":"kind","mapping":{"cat":"Cat"} }""", """ "Cat":{"allOf":[{"$ref":"#/definitions/Pet"}]},"Found":{"allOf":[{"$ref":"#/definitions/Cat"},{"properties":{"at":{} } }]} """);

        Assert.StartsWith("(->/definitions/Cat | ", reading.Named("/definitions/Pet"), StringComparison.Ordinal);
        Assert.Equal("{kind!: string, name: string}", reading.Named("/definitions/Cat"));
    }

    [Fact]
    public void A_case_may_refer_to_its_base()
    {
        var reading = Read("\"kind\"", """ "Cat":{"allOf":[{"$ref":"#/definitions/Pet"},{"properties":{"prey":{"$ref":"#/definitions/Pet"},"home":{"$ref":"#/definitions/House"} } }]},"House":{"properties":{"rooms":{"type":"integer"} } } """);

        Assert.Equal("{kind!: string, name: string, prey: ->/definitions/Pet, home: ->/definitions/House}", reading.Named("/definitions/Cat"));
        Assert.Equal("{rooms: integer}", reading.Named("/definitions/House"));
    }

    [Fact]
    public void A_base_that_is_only_included_stays_what_it_is()
    {
        var reading = new SchemaReading($$"""{"$ref":"#/definitions/Cat","definitions":{"Pet":{ {{Pet}},"discriminator":"kind"},"Cat":{"allOf":[{"$ref":"#/definitions/Pet"},{"properties":{"lives":{} } }]} } }""");

        Assert.Equal("{kind!: string, name: string, lives: any}", reading.Named("/definitions/Cat"));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("\"kind\"", "UTCP102 /definitions/Pet/discriminator")]
    [InlineData("""{"propertyName":"kind","mapping":{"cat":"#/definitions/Cat"} }""", "UTCP016 /definitions/Pet/discriminator/mapping/cat; UTCP102 /definitions/Pet/discriminator")]
    [InlineData("{}", "UTCP016 /definitions/Pet/discriminator")]
    public void A_base_without_cases_is_an_object(string discriminator, string problems)
    {
        var reading = Read(discriminator, """ "Other":{"type":"object"} """);

        Assert.Equal("{kind!: string, name: string}", reading.Named("/definitions/Pet"));
        Assert.Equal(problems, reading.ProblemsText);
    }

    [Fact]
    public void Two_schemas_with_one_tag_are_one_case()
    {
        var reading = Read("\"kind\"", """ "Cat":{"allOf":[{"$ref":"#/definitions/Pet"}]},"Tom":{"allOf":[{"$ref":"#/definitions/Pet"}],"x-ms-discriminator-value":"Cat"} """);

        Assert.Equal("(->/definitions/Cat) by kind: Cat", reading.Named("/definitions/Pet"));
        Assert.Equal("UTCP016 /definitions/Tom", reading.ProblemsText);
    }

    private static SchemaReading Read(string discriminator, string others) =>
        new($$"""{"type":"array","items":{"$ref":"#/definitions/Pet"},"definitions":{"Pet":{ {{Pet}},"discriminator":{{discriminator}} },{{others}} } }""");
}
