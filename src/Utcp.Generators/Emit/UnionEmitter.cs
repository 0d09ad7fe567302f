using System.Globalization;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes a struct that holds one of several types. What fits no case is kept as JSON.</summary>
internal static class UnionEmitter
{
    private static readonly (CaseTokens Token, string Name)[] Kinds =
    [
        (CaseTokens.String, "String"), (CaseTokens.Integer, "Integer"), (CaseTokens.Number, "Number"), (CaseTokens.Boolean, "Boolean"), (CaseTokens.Array, "Array"), (CaseTokens.Object, "Object"),
    ];

    public static void Emit(SourceFile file, UnionModel type)
    {
        var (writer, names, name) = (file.Writer, file.Names, type.Identity.Name);
        var model = names.Of(FrameworkTypes.JsonModelInterface, name);
        var element = names.Of(FrameworkTypes.JsonElement);
        TypeEmitter.Converter(file, name);
        writer.Line("public readonly partial struct " + name + " : " + names.Of(FrameworkTypes.JsonUnionInterface, name) + ", " + names.Of(FrameworkTypes.Equatable, name));
        writer.Open();
        Table(file, type);
        writer.Line("private readonly object? _value;");
        writer.Line("private readonly int _case;");
        writer.Line();
        for (var i = 0; i < type.Cases.Count; i++)
        {
            Constructor(names.Of(type.Cases[i].Type), i + 1);
        }

        Constructor(element, 0);
        writer.Line("/// <summary>The value, of the type of its case; a <c>JsonElement</c> when no case fits, null in a default value.</summary>");
        writer.Line("public object? Value => _value;");
        Conversions(file, type);
        Access(file, type, element);
        Json(file, type, model);
        writer.Line();
        TypeEmitter.StructEquality(file, name);
        writer.Line("public bool Equals(" + name + " other) => " + names.Of(FrameworkTypes.JsonModel) + ".AreEqualValues<" + name + ">(this, other);");
        writer.Line("public override int GetHashCode() => " + names.Of(FrameworkTypes.JsonModel) + ".HashOf<" + name + ">(this);");
        writer.Line("public override string ToString() => " + names.Of(FrameworkTypes.JsonModel) + ".TextOf<" + name + ">(this);");
        writer.Close();

        void Constructor(string valueType, int number)
        {
            writer.Line("/// <summary>Creates a value of this case.</summary>");
            writer.Line("public " + name + "(" + valueType + " value) => (_value, _case) = (value, " + Number(number) + ");");
            writer.Line();
        }
    }

    private static void Table(SourceFile file, UnionModel type)
    {
        var (writer, names) = (file.Writer, file.Names);
        writer.Line("private static readonly " + names.Of(FrameworkTypes.JsonUnion) + " s_cases = new(" + (type.Cases.Count == 0 ? ");" : ""));
        for (var i = 0; i < type.Cases.Count; i++)
        {
            writer.Line("    " + Facts(names, type.Cases[i].Facts) + (i + 1 < type.Cases.Count ? "," : ");"));
        }

        writer.Line();
    }

    private static string Facts(TypeNames names, CaseFacts facts)
    {
        var kinds = names.Of(FrameworkTypes.JsonKinds);
        var parts = new List<string>();
        if (facts.Texts.Count > 0)
        {
            parts.Add("Values = [" + Texts(facts.Texts) + "]");
        }

        if (facts.IsOpen)
        {
            parts.Add("IsOpen = true");
        }

        if (facts.Required.Count > 0)
        {
            parts.Add("Required = [" + Texts(facts.Required) + "]");
        }

        if (facts.Optional.Count > 0)
        {
            parts.Add("Optional = [" + Texts(facts.Optional) + "]");
        }

        if (facts.IsMap)
        {
            parts.Add("IsMap = true");
        }

        if (Format(facts.Format) is { } format)
        {
            parts.Add("Format = " + names.Of(FrameworkTypes.JsonFormat) + "." + format);
        }

        if (facts.Constants.Count > 0)
        {
            parts.Add("Tags = [" + string.Join(", ", facts.Constants.Select(Tag)) + "]");
        }

        if (facts.Items is { } items)
        {
            parts.Add("Items = " + Facts(names, items));
        }

        if (facts.Cases.Count > 0)
        {
            parts.Add("Cases = [" + string.Join(", ", facts.Cases.Select(inner => Facts(names, inner))) + "]");
        }

        return "new " + names.Of(FrameworkTypes.JsonCase) + "("
            + (facts.Tokens == CaseTokens.Any ? kinds + ".Any" : string.Join(" | ", Kinds.Where(kind => (facts.Tokens & kind.Token) != 0).Select(kind => kinds + "." + kind.Name)))
            + ")" + (parts.Count == 0 ? "" : " { " + string.Join(", ", parts) + " }");
    }

    private static string Tag(CaseConstant constant) =>
        "new(" + CSharpText.Literal(constant.PropertyName) + ", " + Texts(constant.Values) + ")" + (constant.IsLiteral ? " { IsLiteral = true }" : "");

    private static string? Format(SimpleKind? kind) => kind switch
    {
        SimpleKind.Guid => "Guid",
        SimpleKind.DateTimeOffset => "DateTimeOffset",
        SimpleKind.Date => "Date",
        SimpleKind.Time => "Time",
        SimpleKind.Duration => "Duration",
        SimpleKind.Bytes => "Bytes",
        _ => null,
    };

    private static void Conversions(SourceFile file, UnionModel type)
    {
        file.Writer.Line();
        foreach (var item in type.Cases.Where(item => item.Type is not (ListType or MapType)))
        {
            file.Writer.Line("public static implicit operator " + type.Identity.Name + "(" + file.Names.Of(item.Type) + " value) => new(value);");
        }
    }

    private static void Access(SourceFile file, UnionModel type, string element)
    {
        var (writer, names) = (file.Writer, file.Names);
        for (var i = 0; i < type.Cases.Count; i++)
        {
            var item = type.Cases[i];
            writer.Line();
            writer.Line("/// <summary>Whether the value is of this case.</summary>");
            writer.Line("public bool TryGet" + item.Name + "(" + (item.Type.IsValueType ? "out " + names.Of(item.Type) : "[" + names.Attribute(FrameworkTypes.NotNullWhen) + "(true)] out " + names.Of(item.Type) + "?")
                + " value) => " + names.Of(FrameworkTypes.JsonCases) + ".TryGet(_value, _case, " + Number(i + 1) + ", out value);");
        }

        writer.Line();
        writer.Line("/// <summary>Calls the function of the value's case.</summary>");
        writer.Line("public TResult Match<TResult>(" + string.Join(", ", type.Cases.Select(item => names.Of(FrameworkTypes.Func, names.Of(item.Type), "TResult") + " " + item.ParameterName))
            + (type.Cases.Count > 0 ? ", " : "") + names.Of(FrameworkTypes.Func, element, "TResult") + " other) => _case switch");
        writer.Open();
        for (var i = 0; i < type.Cases.Count; i++)
        {
            writer.Line(Number(i + 1) + " => " + type.Cases[i].ParameterName + "((" + names.Of(type.Cases[i].Type) + ")_value!),");
        }

        writer.Line("_ => other(" + names.Of(FrameworkTypes.JsonCases) + ".Other(_value)),");
        writer.Close(";");
    }

    private static void Json(SourceFile file, UnionModel type, string model)
    {
        var (writer, names, name) = (file.Writer, file.Names, type.Identity.Name);
        var read = names.Of(FrameworkTypes.JsonRead);
        writer.Line();
        var reader = "ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader";
        writer.Line("static " + name + " " + model + ".ReadJson(" + reader + ") => s_cases.Read<" + name + ">(ref reader);");
        writer.Line();
        writer.Line("static " + name + " " + names.Of(FrameworkTypes.JsonUnionInterface, name) + ".ReadCase(int index, " + reader + ") => index switch");
        writer.Open();
        for (var i = 0; i < type.Cases.Count; i++)
        {
            writer.Line(Number(i) + " => new(" + read + "." + names.Helper(type.Cases[i].Type, orNull: false) + "(ref reader)),");
        }

        writer.Line("_ => new(" + read + ".Element(ref reader)),");
        writer.Close(";");
        writer.Line();
        writer.Line("void " + model + ".WriteJson(" + names.Of(FrameworkTypes.JsonOutput) + " output)");
        writer.Open();
        writer.Line("switch (_case)");
        writer.Open();
        for (var i = 0; i < type.Cases.Count; i++)
        {
            writer.Line("case " + Number(i + 1) + ": " + names.Of(FrameworkTypes.JsonCases) + ".Write<" + names.Of(type.Cases[i].Type) + ", " + names.Codec(type.Cases[i].Type) + ">(output, _value); break;");
        }

        writer.Line("default: " + names.Of(FrameworkTypes.JsonCases) + ".WriteOther(output, _value); break;");
        writer.Close();
        writer.Close();
    }

    private static string Texts(IEnumerable<string> texts) => string.Join(", ", texts.Select(CSharpText.Literal));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
