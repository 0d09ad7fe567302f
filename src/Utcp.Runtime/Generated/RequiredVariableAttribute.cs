namespace Utcp.Generated;

/// <summary>Says that calls which use a variable fail without a value. Generated code carries it on the constants with the names of variables, for the analyzer of Utcp.Generators (UTCP307). At run time it has no effect.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RequiredVariableAttribute : Attribute;
